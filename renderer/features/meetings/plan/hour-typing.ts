/**
 * An hour as people type it: « 14:30 », « 14h30 », « 9 h », « 9 », as HH:MM; null when nothing is
 * typed, undefined when it is not understood.
 */
export function readTypedHour(typed: string): string | null | undefined {
  const text = typed.replaceAll(/[\s\u00A0\u202F]+/g, '').toLowerCase();
  if (text === '') return null;
  const found = /^(\d{1,2})(?:[:h.](\d{2})?)?$/.exec(text);
  const [hours, minutes] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  if (found === null || hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
