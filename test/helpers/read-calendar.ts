export interface CalendarLine {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

export interface CalendarPart {
  readonly kind: string;
  readonly lines: readonly CalendarLine[];
  readonly parts: readonly CalendarPart[];
}

const LINE = /^([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=(?:"[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*):(.*)$/su;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/;

/** The text behind an escaped value (RFC 5545, 3.3.11). @throws when an escape is unknown */
export function unescaped(value: string): string {
  return value.replaceAll(/\\(.?)/gsu, (_all, sign: string) => {
    if (sign === 'n' || sign === 'N') return '\n';
    if (sign === '\\' || sign === ';' || sign === ',') return sign;
    throw new Error(`unknown escape \\${sign}`);
  });
}

function lineOf(text: string): CalendarLine {
  const [, name = '', written = '', value = ''] = LINE.exec(text) ?? [];
  if (name === '' || CONTROL.test(text)) throw new Error(`not a line: ${JSON.stringify(text)}`);
  const parameters = new Map(
    [...written.matchAll(/;([A-Z-]+)=(?:"([^"]*)"|([^";:,]*))/gu)].map(
      ([, key = '', quoted, plain]) => [key, quoted ?? plain ?? ''] as const,
    ),
  );
  return { name, parameters, value };
}

/** Reads a calendar as strictly as the standard allows: any slip is an error. */
export function readCalendar(text: string): CalendarPart {
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end');
  const raw = text.slice(0, -2).split('\r\n');
  for (const line of raw) {
    if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 octets: ${line}`);
    if (!line.isWellFormed()) throw new Error(`folded within a character: ${line}`);
  }
  const lines = raw
    .join('\r\n')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(lineOf);
  const open: { kind: string; lines: CalendarLine[]; parts: CalendarPart[] }[] = [
    { kind: '', lines: [], parts: [] },
  ];
  for (const line of lines) {
    const current = open.at(-1);
    if (current === undefined) throw new Error('closed too often');
    if (line.name === 'BEGIN') open.push({ kind: line.value, lines: [], parts: [] });
    else if (line.name === 'END') {
      if (current.kind !== line.value) throw new Error(`END:${line.value} in ${current.kind}`);
      open.pop();
      open.at(-1)?.parts.push(current);
    } else current.lines.push(line);
  }
  const [calendar, ...others] = open[0]?.parts ?? [];
  if (open.length !== 1 || calendar === undefined || others.length > 0) {
    throw new Error('not one calendar');
  }
  return calendar;
}

/** Values of the lines of that name. */
export const valuesOf = ({ lines }: CalendarPart, name: string): string[] =>
  lines.filter((line) => line.name === name).map(({ value }) => value);
