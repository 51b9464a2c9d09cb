const STYLE = /<style[\s>][^]*?<\/style>/g;

const styleOf = (html: string): string =>
  [...html.matchAll(STYLE)].map(([whole]) => whole).join('');

/** Whether two documents differ in their content alone. */
export const hasSameStyle = (one: string, other: string): boolean =>
  styleOf(one) === styleOf(other);

/** The content of a document, to take the place of another's that has the same style. Parsing runs nothing. */
export const bodyOf = (html: string): HTMLElement =>
  new DOMParser().parseFromString(html.replaceAll(STYLE, ''), 'text/html').body;
