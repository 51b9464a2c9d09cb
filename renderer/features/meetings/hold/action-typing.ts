import type { DateTyping } from '#ui/record-form/date-typing.ts';
import { parseDueDate } from '#ui/record-form/due-typing.ts';

export interface TypedAction {
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly dueOn: string | null;
}

/** Words after which the wording may say by when. */
const BEFORE =
  /\s(?:pour|avant|d[’']ici|dans|sous|jusqu[’']au|by|before|in|within|until)\s|\s(?=(?:fin|end)\s)/gi;
/** Words that belong to what follows: « dans 2 semaines » is a length of time. */
const LENGTH = /^(?:d[’']ici|dans|sous|in|within)$/i;

/**
 * The wording of an action as typed: « Envoyer la note avant le 15 sept. » also says by when. The day
 * stands at the end, after such a word; otherwise the wording is left as it is.
 */
export function readTypedAction(text: string, typing: DateTyping): TypedAction {
  for (const found of text.matchAll(BEFORE)) {
    const word = found[0].trim();
    const after = text.slice(found.index + found[0].length).trim();
    const dueOn = parseDueDate(LENGTH.test(word) ? `${word} ${after}` : after, typing);
    const title = text
      .slice(0, found.index)
      .trim()
      .replace(/[,;:–-]$/, '')
      .trim();
    if (dueOn !== null && title !== '') return { title, dueOn };
  }
  return { title: text.trim(), dueOn: null };
}
