/** Bytes as text, one character per byte, and back: offsets stay the same. */
export const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
export const unlatin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** The objects of a PDF by their number, and what its trailer says. */
export interface PdfFile {
  readonly head: string;
  readonly objects: Map<number, string>;
  readonly trailer: string;
}

/**
 * Takes apart a PDF with one plain table of references, as Chromium's printer writes it; null for any
 * other, which is best left alone.
 */
export function readPdf(bytes: Uint8Array): PdfFile | null {
  const text = latin(bytes);
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text)?.[1] ?? Number.NaN);
  const table =
    /^xref\s+0 (\d+)\s+((?:\d{10} \d{5} [nf]\s*?\n)+)trailer\s*([^]*?)\s*startxref/u.exec(
      text.slice(start),
    );
  if (!Number.isInteger(start) || table === null) return null;
  const trailer = table[3] ?? '';
  if (/\/(?:Prev|Encrypt|XRefStm)\b/u.test(trailer)) return null;
  const places = (table[2] ?? '')
    .trimEnd()
    .split('\n')
    .map((line, number) => ({ number, at: Number(line.slice(0, 10)), isUsed: line[17] === 'n' }))
    .filter(({ isUsed }) => isUsed)
    .toSorted((left, right) => left.at - right.at);
  const objects = new Map<number, string>();
  for (const [index, { number, at }] of places.entries()) {
    const object = text.slice(at, places[index + 1]?.at ?? start);
    if (!object.startsWith(`${number} 0 obj`)) return null;
    objects.set(number, object);
  }
  return { head: text.slice(0, places[0]?.at ?? start), objects, trailer };
}

/** Puts the objects together again. */
export function writePdf({ head, objects, trailer }: PdfFile): Uint8Array {
  const size = Math.max(0, ...objects.keys()) + 1;
  const places = new Map<number, number>();
  let at = head.length;
  const body: string[] = [head];
  for (const [number, object] of objects) {
    places.set(number, at);
    body.push(object);
    at += object.length;
  }
  const entries = Array.from({ length: size }, (_, number) => {
    const place = places.get(number);
    return place === undefined
      ? '0000000000 65535 f \n'
      : `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  body.push(`xref\n0 ${size}\n${entries.join('')}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`);
  return unlatin(body.join(''));
}

/** The pages in their order; none when the tree is not understood. */
export function pageNumbersOf({ objects, trailer }: PdfFile): readonly number[] {
  const referred = (text: string | undefined, name: string): number | null => {
    const found = new RegExp(`/${name} (\\d+) 0 R`, 'u').exec(text ?? '')?.[1];
    return found === undefined ? null : Number(found);
  };
  const walk = (number: number, depth: number): readonly number[] => {
    const object = objects.get(number) ?? '';
    if (/\/Type \/Page\b(?!s)/u.test(object)) return [number];
    const kids = /\/Kids \[([^\]]*)\]/u.exec(object)?.[1] ?? '';
    if (depth > 30) return [];
    return [...kids.matchAll(/(\d+) 0 R/gu)].flatMap(([, kid]) => walk(Number(kid), depth + 1));
  };
  const root = referred(trailer, 'Root');
  const pages = root === null ? null : referred(objects.get(root), 'Pages');
  return pages === null ? [] : walk(pages, 0);
}
