import {
  bullets,
  callout,
  chart,
  column,
  definitions,
  documentModel,
  keyFigures,
  link,
  note,
  numbered,
  paragraph,
  quote,
  section,
  source,
  steps,
  table,
  timeline,
} from '#documents/compose.ts';
import type { DocumentModel } from '#documents/model.ts';

/** Text that breaks careless writers. */
export const nasty =
  'A\u0000B\u0007 ]]> & <b>"x"</b> \ud800 \uffff \u202eabc\u202c 🏛️👩‍💻 مرحبا بالعالم שלום 汉字 \u000bfin';

/** A document made to break writers: huge titles, foreign scripts, empty parts, a long table. */
export const nastyDocument = (): DocumentModel =>
  documentModel({
    meta: {
      title: `${'Un titre interminable et sans pitié '.repeat(12)}fin`,
      subtitle: nasty,
      group: nasty,
      organisation: nasty,
      date: '2017-02-31',
      language: 'fr',
      kind: 'synthesis',
    },
    titlePage: { facts: [{ label: nasty, value: nasty }] },
    sections: [
      section('', []),
      section(
        'Titre de section très long '.repeat(16),
        [paragraph(nasty), bullets(), numbered(nasty)],
        {
          sections: [
            section('Vide', [], {
              sections: [
                section('', [], { sections: [section('Quatre', [paragraph('profond')])] }),
              ],
            }),
          ],
          speakerNotes: [nasty],
        },
      ),
      section('Mot sans fin', [
        paragraph('x'.repeat(900)),
        callout(''),
        quote(''),
        definitions(),
        keyFigures(),
        steps(),
        timeline(),
      ]),
      section('Long', [
        table(
          [
            column('Rang', { align: 'end' }),
            column('Nom', { weight: 3 }),
            column(nasty, { weight: 2 }),
          ],
          Array.from({ length: 300 }, (_, index) => [
            String(index + 1),
            `Organisation numéro ${index + 1}`,
            index % 50 === 0 ? nasty : 'ordinaire',
            'trop',
          ]),
          { caption: nasty },
        ),
        table([], []),
        table(['Seule'], [[]]),
        chart({ kind: 'bar', title: nasty, categories: [], series: [], alt: '' }),
        chart({
          kind: 'funnel',
          title: 'Nul',
          categories: ['a', 'b'],
          series: [{ name: 's', values: [0, null] }],
          alt: nasty,
        }),
        chart({
          kind: 'line',
          title: 'Négatif',
          categories: ['a', 'b', nasty],
          series: [{ name: nasty, values: [-5, Number.NaN, 7] }],
          alt: nasty,
        }),
        chart({
          kind: 'horizontalBar',
          title: 'Grand',
          categories: Array.from({ length: 40 }, (_, index) => `Catégorie ${index}`),
          series: [{ name: 's', values: Array.from({ length: 40 }, (_, index) => index * 1e6) }],
          alt: 'x',
        }),
      ]),
      section('Liens', [
        paragraph([
          link('javascript:alert(1)', 'piège'),
          ' ',
          link('https://example.org/é?q="<x>', 'bon'),
          ' ',
          link('http://[', 'cassé'),
        ]),
        paragraph(['ligne\nsuivante', note(nasty)]),
        numbered(
          ...Array.from(
            { length: 80 },
            (_, index) =>
              `Point numéro ${index + 1}, avec un texte assez long pour tenir sur deux lignes de la diapositive sans doute possible`,
          ),
        ),
      ]),
    ],
    sources: [source('s', nasty)],
  });
