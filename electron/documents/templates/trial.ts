import {
  bullets,
  callout,
  chart,
  column,
  comparison,
  definitions,
  documentModel,
  keyFigure,
  keyFigures,
  link,
  note,
  numbered,
  paragraph,
  quote,
  section,
  step,
  steps,
  table,
  timeline,
} from '#documents/compose.ts';
import type { DocumentLanguage, DocumentModel } from '#documents/model.ts';

/** A document that nobody reads, with every kind of block: a template is tried on it. */
export const trialDocument = (language: DocumentLanguage): DocumentModel =>
  documentModel({
    meta: {
      title: '1',
      subtitle: '2',
      group: '3',
      organisation: '4',
      date: '2017-06-30',
      language,
      kind: 'trial',
    },
    titlePage: { facts: [{ label: '1', value: '2' }] },
    sections: [
      section('1', [paragraph('1', 'lead')], {
        sections: [
          section('1', [bullets('1', '2'), numbered('1', '2')], {
            sections: [section('1', [paragraph(['1', note('2')])])],
          }),
          section('2', [quote('1', '2'), definitions({ term: '1', definition: '2', source: '3' })]),
        ],
      }),
      section('2', [
        paragraph(['1 ', link('https://example.org/', '2')]),
        keyFigures(keyFigure(1, '1'), keyFigure(2, '2')),
        table([column('1'), column('2')], [['1', '2']], { caption: '1' }),
        callout('1', { title: '2', tone: 'info' }),
        comparison(
          { title: '1', content: { blocks: [bullets('1')] } },
          { title: '2', content: { blocks: [bullets('2')] } },
        ),
        steps(step('1', { content: '2', deadline: '3', quota: '4' })),
        timeline({ when: '1', title: '2', detail: '3' }),
        chart({
          kind: 'bar',
          title: '1',
          categories: ['1', '2'],
          series: [{ name: '1', values: [1, 2] }],
          alt: '1',
          source: '2',
        }),
      ]),
      section('3', [paragraph('1')], { slide: 'closing', only: 'slides', isNumbered: false }),
    ],
  });
