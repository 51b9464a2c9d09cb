export interface TypedItem {
  readonly title: string;
  readonly durationMinutes: number | null;
}

const DURATION =
  /^(.+?)[\s,(–-]+(?:(\d{1,2}) ?h ?(\d{1,2})?|(\d{1,4}) ?(?:min|mn|minutes?|'|’))\.?\)?$/i;

/** An agenda item as typed: « Budget 15 min », « Visite (1 h 30) » also say how long it lasts. */
export function readTypedItem(text: string): TypedItem {
  const plain = text.replaceAll(/[\s\u00A0\u202F]+/g, ' ').trim();
  const found = DURATION.exec(plain);
  if (found === null) return { title: plain, durationMinutes: null };
  const [, title = '', hours, more, minutes] = found;
  const total = minutes === undefined ? Number(hours) * 60 + Number(more ?? 0) : Number(minutes);
  if (total > 1440) return { title: plain, durationMinutes: null };
  return { title: title.trim(), durationMinutes: total };
}
