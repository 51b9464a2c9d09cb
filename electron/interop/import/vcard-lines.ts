/** One property of a card: `item1.TEL;TYPE=work:+33…`. */
export interface VcardLine {
  readonly name: string;
  /** Types and encodings in upper case. */
  readonly types: readonly string[];
  readonly value: string;
}

const LINE = /^(?:[\w-]+\.)?([A-Za-z][\w-]*)((?:;(?:[^":;]|"[^"]*")*)*):([^]*)$/;

/** Folded lines put together: a line that begins with a blank goes on from the one before. */
function unfold(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n');
}

function quotedPrintable(value: string): string {
  const bytes: number[] = [];
  for (let at = 0; at < value.length; at += 1) {
    const hex = value[at] === '=' ? value.slice(at + 1, at + 3) : '';
    if (/^[\dA-Fa-f]{2}$/.test(hex)) {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else bytes.push(...Buffer.from(value[at] ?? '', 'utf8'));
  }
  return Buffer.from(bytes).toString('utf8');
}

/** The properties of a vCard text, of version 2.1 too. */
export function vcardLines(text: string): VcardLine[] {
  const lines: VcardLine[] = [];
  const raw = unfold(text);
  for (let at = 0; at < raw.length; at += 1) {
    let line = raw[at] ?? '';
    const isPrintable = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(line);
    if (isPrintable) {
      for (; line.endsWith('=') && at + 1 < raw.length; at += 1) {
        line = line.slice(0, -1) + (raw[at + 1] ?? '');
      }
    }
    const match = LINE.exec(line);
    if (!match) continue;
    const [, name = '', parameters = '', value = ''] = match;
    const types = parameters
      .split(';')
      .filter((part) => part !== '')
      .flatMap((part) =>
        part
          .replace(/^(?:TYPE|ENCODING|CHARSET)=/i, '')
          .replaceAll('"', '')
          .split(','),
      )
      .map((part) => part.toUpperCase());
    lines.push({
      name: name.toUpperCase(),
      types,
      value: isPrintable ? quotedPrintable(value) : value,
    });
  }
  return lines;
}

/** Undoes `\n`, `\,`, `\;` and `\\`. */
export function vcardText(value: string): string {
  return value.replace(/\\([nN,;:\\])/g, (_whole, sign: string) =>
    sign === 'n' || sign === 'N' ? '\n' : sign,
  );
}

/** Parts of a structured value (N, ADR, ORG), unescaped. */
export function vcardParts(value: string, separator: ';' | ','): string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < value.length; at += 1) {
    const sign = value[at] ?? '';
    if (sign === '\\') {
      part += sign + (value[at + 1] ?? '');
      at += 1;
    } else if (sign === separator) {
      parts.push(vcardText(part));
      part = '';
    } else part += sign;
  }
  return [...parts, vcardText(part)];
}
