import { Declined, ImportError } from './import-error.ts';
import { checkMarkup, decodeXml } from './xml.ts';

const BLANKS = /[ \t\r\n]+/g;
const NEEDS_COLLAPSE = /[\t\r\n]|^ | {2}/;
const MOST_SPACES = 32_767;
/** Elements whose text is not the cell's: comments, drawings, notes, pronunciation. */
const APART =
  /^(?:office:annotation|office:annotation-end|draw:|dr3d:|table:shapes|text:note|text:ruby-text|office:forms|office:event-listeners|svg:)/;

/** Literal text of a paragraph: blanks collapse, the first one falls away. */
export function odsLiteral(text: string): string {
  if (!NEEDS_COLLAPSE.test(text)) return decodeXml(text);
  return decodeXml(text.replace(BLANKS, ' ').replace(/^ /, ''));
}

function elementEnd(body: string, name: string, from: number): number {
  let depth = 1;
  let at = from;
  while (depth > 0) {
    const close = body.indexOf(`</${name}>`, at);
    if (close < 0) throw new ImportError('damaged', { reason: 'xml' });
    let open = body.indexOf(`<${name}`, at);
    while (open >= 0 && open < close) {
      const end = body.indexOf('>', open);
      const follows = body.charCodeAt(open + name.length + 1);
      const isSame = follows === 62 || follows === 47 || follows <= 32;
      if (isSame && body.charCodeAt(end - 1) !== 47) depth += 1;
      open = body.indexOf(`<${name}`, end);
    }
    depth -= 1;
    at = close + name.length + 3;
  }
  return at;
}

/** The paragraphs of a cell as lines, comments and drawings left out; null when it has none. */
export function odsCellText(body: string): string | null {
  let text = '';
  let paragraphs = 0;
  let isInside = false;
  let eatsBlank = true;
  let at = 0;
  for (;;) {
    const start = body.indexOf('<', at);
    const end = start < 0 ? body.length : start;
    if (isInside && end > at) {
      let part = body.slice(at, end).replace(BLANKS, ' ');
      if (eatsBlank && part.startsWith(' ')) part = part.slice(1);
      if (part !== '') eatsBlank = part.endsWith(' ');
      text += decodeXml(part);
    }
    if (start < 0) break;
    const close = body.indexOf('>', start);
    if (close < 0) throw new ImportError('damaged', { reason: 'xml' });
    at = close + 1;
    const name = /^\/?[\w:.-]+/.exec(body.slice(start + 1, close))?.[0];
    if (name === undefined) {
      checkMarkup(body.slice(start));
      throw new Declined('inside a cell');
    }
    const isEmpty = body.charCodeAt(close - 1) === 47;
    if (APART.test(name)) {
      if (!isEmpty) at = elementEnd(body, name, at);
    } else if (name === 'text:p' || name === 'text:h') {
      if (paragraphs > 0) text += '\n';
      paragraphs += 1;
      isInside = !isEmpty;
      eatsBlank = true;
    } else if (name === '/text:p' || name === '/text:h') isInside = false;
    else if (name === 'text:s') {
      const count = /text:c="(\d{1,6})"/.exec(body.slice(start, close))?.[1];
      text += ' '.repeat(Math.min(Number(count ?? 1), MOST_SPACES));
      eatsBlank = false;
    } else if (name.startsWith('table:')) throw new Declined('table in a cell');
    else if (name === 'text:tab' || name === 'text:line-break') {
      text += name === 'text:tab' ? '\t' : '\n';
      eatsBlank = false;
    }
  }
  return paragraphs === 0 ? null : text;
}
