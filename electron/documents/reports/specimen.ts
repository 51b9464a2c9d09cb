import {
  bullets,
  callout,
  chart,
  column,
  documentModel,
  keyFigure,
  keyFigures,
  numbered,
  paragraph,
  section,
  step,
  steps,
  strong,
  table,
} from '#documents/compose.ts';
import type { DocumentModel } from '#documents/model.ts';
import type { DocumentLanguage } from '#documents/model.ts';

export interface SpecimenContext {
  readonly language: DocumentLanguage;
  readonly organisation: string;
  readonly group: string | null;
  /** ISO day that the specimen bears. */
  readonly day: string;
  /** The specimen's words, by their key. */
  readonly t: (key: string) => string;
}

/** A short document that shows all a style decides on: no figure of it is anyone's. */
export function buildSpecimen(context: SpecimenContext): DocumentModel {
  const { language, organisation, group, day, t } = context;
  const names = [t('first'), t('second'), t('third')];
  return documentModel({
    meta: {
      title: t('title'),
      organisation,
      date: day,
      language,
      kind: 'specimen',
      ...(group === null ? {} : { group }),
    },
    titlePage: { facts: [{ label: t('factLabel'), value: t('factValue') }] },
    sections: [
      section(t('figures'), [
        paragraph([t('intro'), ' ', strong(t('strong')), '.']),
        keyFigures(
          keyFigure(79, names[0] ?? ''),
          keyFigure(25, names[1] ?? ''),
          keyFigure(9, names[2] ?? ''),
        ),
        bullets(t('itemOne'), t('itemTwo')),
        callout(t('noteText'), { title: t('note'), tone: 'info' }),
      ]),
      section(t('tableTitle'), [
        table(
          [column(t('column'), { weight: 3 }), column(t('number'), { align: 'end' })],
          [
            [names[0] ?? '', '79'],
            [names[1] ?? '', '25'],
            [names[2] ?? '', '9'],
          ],
          { caption: t('tableTitle') },
        ),
      ]),
      section(t('chartTitle'), [
        chart({
          kind: 'bar',
          title: t('chartTitle'),
          categories: names,
          series: [
            { name: '2017', values: [79, 25, 9] },
            { name: '2018', values: [64, 31, 12] },
            { name: '2019', values: [70, 28, 14] },
          ],
          alt: t('chartAlt'),
        }),
      ]),
      section(t('stepsTitle'), [
        steps(
          step(t('stepOne'), { content: t('itemOne') }),
          step(t('stepTwo'), { content: t('itemTwo') }),
        ),
        numbered(t('itemOne'), t('itemTwo')),
      ]),
      section(t('closing'), [paragraph(t('intro'))], {
        slide: 'closing',
        only: 'slides',
        isNumbered: false,
      }),
    ],
  });
}
