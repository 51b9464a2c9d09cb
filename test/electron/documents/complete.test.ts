import { describe, expect, test } from 'vitest';
import {
  bullets,
  callout,
  documentModel,
  item,
  keyFigure,
  keyFigures,
  paragraph,
  quote,
  section,
  step,
  steps,
  table,
  timeline,
} from '#documents/compose.ts';
import type { DocumentModel } from '#documents/model.ts';
import { documentFormats } from '#documents/writers.ts';
import type { DocumentFormatId } from '#documents/writers.ts';
import { parseXml, readParts } from './read.ts';

const names = ['محمد بن سلمان', 'דוד לוי', 'Zoë Łukasz', '山田太郎', '👩‍💻 Équipe', 'Ⅷ ⟦x⟧ 𝔘'];
const ROWS = 2000;

/** Everything that is hard, each with a mark of its own, in the order of reading. */
function hardDocument(): DocumentModel {
  let count = 0;
  const mark = (text = 'texte'): string => `«${(count += 1)}» ${text}`;
  const longTitle = mark(Array.from({ length: 57 }, (_, at) => `titre${at}`).join(' '));
  return documentModel({
    meta: {
      title: 'Document difficile',
      organisation: 'Organisme',
      date: '2017-06-30',
      language: 'en',
      kind: 'x',
    },
    hasContents: false,
    sections: [
      section(longTitle, [paragraph(mark())]),
      section(mark('vide'), []),
      section(mark('noms'), [
        ...names.map((name) => paragraph(mark(name))),
        bullets(...names.map((name) => item(mark(name), bullets(mark(name))))),
        callout(mark(), { title: 'Encadré' }),
        quote(mark()),
        keyFigures(keyFigure(12, mark('étiquette'))),
        steps(step(mark(), { content: mark() })),
        timeline({ when: '2017', title: mark(), detail: mark() }),
      ]),
      section(mark('lignes'), [
        table(
          ['Nom', 'Valeur'],
          Array.from({ length: ROWS }, (_, at) => [mark(names[at % names.length]), mark()]),
        ),
      ]),
      section(mark('fin'), [paragraph(mark('dernier'))]),
    ],
  });
}
const MARKS = 1 + 1 + 1 + 1 + 6 + 12 + 1 + 1 + 1 + 2 + 2 + 1 + 2 * ROWS + 2;

const mainParts: Readonly<Record<DocumentFormatId, RegExp>> = {
  docx: /^word\/document\.xml$/u,
  odt: /^content\.xml$/u,
  odp: /^content\.xml$/u,
  pptx: /^ppt\/slides\/slide\d+\.xml$/u,
  html: /$^/u,
};
const quiet = /^(?:svg:title|svg:desc|presentation:notes|style|title)$/u;

const spoken = (node: Node): string => {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  if (quiet.test(node.nodeName)) return '';
  return Array.from(node.childNodes ?? [], spoken).join('');
};

function spokenText(id: DocumentFormatId, bytes: Uint8Array): string {
  if (id === 'html') {
    const html = new TextDecoder().decode(bytes).replaceAll(/<(style|title)>[^]*?<\/\1>/gu, '');
    return html.replaceAll(/<[^>]*>/gu, '');
  }
  return [...readParts(bytes)]
    .filter(([path]) => mainParts[id].test(path))
    .toSorted(([left], [right]) => left.localeCompare(right, 'en', { numeric: true }))
    .map(([path, xml]) => spoken(parseXml(xml, path)))
    .join(' ');
}

describe.each(documentFormats.map(({ id }) => id))('%s', (id) => {
  test('says all of a hard document, in its order', async () => {
    const model = hardDocument();
    const format = documentFormats.find((each) => each.id === id);
    const text = spokenText(id, (await format?.write(model)) ?? new Uint8Array());
    const marks = [...text.matchAll(/«\s?(\d+)\s?»/gu)].map(([, number]) => Number(number));
    const firsts = [...new Set(marks)];
    expect(firsts).toHaveLength(MARKS);
    // The plan of a presentation names its parts before they come.
    const plan = id === 'pptx' || id === 'odp' ? marks.indexOf(1, 1) : 0;
    const read = [...new Set(marks.slice(plan))];
    expect(read).toEqual(read.toSorted((left, right) => left - right));
    expect(read).toHaveLength(MARKS);
    for (const name of names) expect(text).toContain(name.split(' ').at(-1));
    expect(text).toContain('titre56');
  }, 60_000);
});
