const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text or attribute content, safe in XML and HTML (also `]]>`). */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => ESCAPES[character] ?? character);

/** Drops what XML 1.0 cannot carry: control characters, lone surrogates, U+FFFE/F, and marks that reverse text; tabs become spaces. */
export const withoutInvalid = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029|\v|\f/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(/\p{Cc}/gu, (character) => (character === '\n' ? character : ''))
    .replace(/[\p{Surrogate}\u202d\u202e\ufffe\uffff]/gu, '');

/** Attributes as ` name="value"`, those undefined left out. */
export const attributes = (pairs: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(pairs)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');

/** One element with its attributes and (already escaped) content. */
export const element = (
  name: string,
  pairs: Readonly<Record<string, string | number | undefined>>,
  content = '',
): string =>
  content === ''
    ? `<${name}${attributes(pairs)}/>`
    : `<${name}${attributes(pairs)}>${content}</${name}>`;
