const NARROW = '\u202F';
const WIDE = '\u00A0';

/** French typography of one text: fixed spaces before ; : ! ? %, inside « », and curly apostrophes. */
export function typesetFrench(text: string): string {
  return text
    .replaceAll(/[ \u00A0\u202F]([;!?])/g, `${NARROW}$1`)
    .replaceAll(/[ \u00A0\u202F]([:%])/g, `${WIDE}$1`)
    .replaceAll(/«[ \u00A0\u202F]?/g, `«${WIDE}`)
    .replaceAll(/[ \u00A0\u202F]?»/g, `${WIDE}»`)
    .replaceAll(/(\p{L})'(?=\p{L}|«|\{)/gu, '$1’');
}

/** The same texts, typeset once; what is later interpolated is left as the person wrote it. */
export function typesetTree<T>(tree: T): T {
  if (typeof tree === 'string') return typesetFrench(tree) as T & string; // a text gives a text
  if (typeof tree !== 'object' || tree === null) return tree;
  const entries = Object.entries(tree).map(([key, value]) => [key, typesetTree<unknown>(value)]);
  return Object.fromEntries(entries) as T; // same keys, texts for texts
}
