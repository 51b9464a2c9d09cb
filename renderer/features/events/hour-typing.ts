/** An hour as people type it (« 9h », « 9 h 30 », « 14:05 ») as HH:MM; null when it is none. */
export function readHour(text: string): string | null {
  const found = /^(\d{1,2})\s*(?:[h:.]\s*(\d{2})?)?$/i.exec(
    text.replaceAll(/[\u00A0\u202F]/g, ' ').trim(),
  );
  const [hours, minutes] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  if (found === null || hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
