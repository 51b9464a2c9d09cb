/** Anything that `cleaned` would change; most cells hold nothing of it. */
const UNCLEAN =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0300-\u036f\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufeff\ufffe\uffff]|^ | $| {2}/;
// oxlint-disable-next-line no-control-regex -- the line ends of old programs are controls
const LINE_ENDS = /\r\n|[\r\n\u000b\u000c\u0085\u2028\u2029]/g;
/** Controls, and marks that turn the direction of writing: they can make text look like another. */
const REMOVED =
  // oxlint-disable-next-line no-control-regex -- control characters are what is removed
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufffe\uffff]|\p{Surrogate}/gu;
/** What programs leave behind and nobody sees: breaking hints, byte order marks, soft hyphens. */
const UNSEEN = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff]/g;
/** Joiners outside the scripts and pictures that need them. */
const JOINER =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\ufe0f])[\u200c\u200d]+|(?<=\p{Script=Latin})[\u200c\u200d]+|[\u200c\u200d]+(?![\u200c\u200d\p{L}\p{Extended_Pictographic}])/gu;
const SPACES = /[\u1680\u2000-\u200a\u205f\u3000]/g;
const NO_BREAK = /[\u00a0\u202f]/g;
const BEFORE = /[;:!?»%€‰]/;
const DIGIT = /\d/;

export interface CleanText {
  readonly text: string;
  /** Control and direction characters taken out. */
  readonly removed: number;
  /** Line breaks that became blanks. */
  readonly joined: number;
}

function withoutUnseen(text: string): { text: string; removed: number } {
  let removed = 0;
  const seen = text
    .replace(REMOVED, () => {
      removed += 1;
      return '';
    })
    .replace(UNSEEN, '')
    .replace(JOINER, '')
    .replace(SPACES, ' ');
  return { text: seen.normalize('NFC'), removed };
}

/** No-break spaces stay where French typography or numbers have them, else they are blanks. */
function withPlainBlanks(text: string): string {
  return text.replace(NO_BREAK, (space, at: number) => {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
    const isMeant =
      before === '«' || BEFORE.test(after) || (DIGIT.test(before) && DIGIT.test(after));
    return isMeant ? space : ' ';
  });
}

/**
 * Text as it is kept: composed accents, LF line ends, no control, direction or invisible characters,
 * no blanks at the ends. One line unless `keepsLines`, and then without repeated blanks.
 */
export function cleanText(raw: string, keepsLines: boolean): CleanText {
  if (!UNCLEAN.test(raw)) return { text: raw, removed: 0, joined: 0 };
  const lines = raw.replace(LINE_ENDS, '\n').trim();
  const { text, removed } = withoutUnseen(lines);
  const blanks = withPlainBlanks(text);
  if (keepsLines) {
    return { text: blanks.replace(/[ \t\u00a0\u202f]+$/gm, '').trim(), removed, joined: 0 };
  }
  let joined = 0;
  const line = blanks.trim().replace(/[ \t\n]+/g, (blank) => {
    if (blank.includes('\n')) joined += 1;
    return ' ';
  });
  return { text: line, removed, joined };
}

/** One line with plain blanks only: what dates, numbers and codes are read from. */
export function plainText(raw: string): string {
  if (!UNCLEAN.test(raw)) return raw;
  return cleanText(raw, false)
    .text.replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}
