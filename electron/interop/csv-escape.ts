/**
 * Keeps a spreadsheet from running a CSV cell as a formula, reversibly.
 *
 * A place is dangerous where a cell could begin: at the start of the text and after a character
 * that a reader might take for a separator, a quote or a line end (`, ; | "` TAB CR LF). Where such
 * a place is followed by `= + - @` (or their full-width forms), TAB, CR or LF, with or without
 * blanks and invisible characters that readers skip, one apostrophe is inserted; only within runs of
 * TAB, CR and LF, where the next character is looked at anyway, none is. Apostrophes that already
 * stand there count as skipped too: `'=1` becomes `''=1`. So removing exactly one apostrophe from
 * every such place gives the text back, whatever it was.
 */
const SKIPPED =
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u0020\\u007f-\\u00a0\\u00ad\\u061c\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff]*';
const SIGNS = '=+\\-@\\uff1d\\uff0b\\uff0d\\uff20';
const ANY = `(?='*${SKIPPED}[${SIGNS}\\t\\r\\n])`;
const SIGN = `(?='*${SKIPPED}[${SIGNS}])`;
const ESCAPE_START = new RegExp(`^${ANY}`);
const ESCAPE_INSIDE = new RegExp(`[,;|"]${ANY}|[\\t\\r\\n]${SIGN}`, 'g');
const UNESCAPE_START = new RegExp(`^'${ANY}`);
const UNESCAPE_INSIDE = new RegExp(`([,;|"])'${ANY}|([\\t\\r\\n])'${SIGN}`, 'g');
/** What most text starts with: nothing that `ESCAPE_START` could match. */
const HARMLESS_START = /^[\p{L}\p{N}]/u;

/** Text that no spreadsheet runs; undone by `unescapeCsvText`. */
export function escapeCsvText(text: string): string {
  const guarded = text.replace(ESCAPE_INSIDE, "$&'");
  return HARMLESS_START.test(text) || !ESCAPE_START.test(text) ? guarded : `'${guarded}`;
}

/** The text that `escapeCsvText` was given. Text it never touched may lose apostrophes only where
 * one stands right before a formula sign at a place where a cell could begin. */
export function unescapeCsvText(text: string): string {
  if (!text.includes("'")) return text;
  return text.replace(UNESCAPE_START, '').replace(UNESCAPE_INSIDE, '$1$2');
}
