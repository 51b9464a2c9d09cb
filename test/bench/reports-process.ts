/** Writes a report of so many chapters in the formats named: `node reports-process.ts FOLDER CHAPTERS FORMAT…`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import {
  bullets, chart, column, comparison, documentModel, keyFigure, keyFigures, paragraph, section, table,
} from '#documents/compose.ts'; // prettier-ignore
import { pdfOptions } from '#documents/html.writer.ts';
import type { DocumentModel } from '#documents/model.ts';
import { documentFormats } from '#documents/writers.ts';
import { ownPeakMb } from './processes.ts';
import { valuesAt } from './store-data.ts';

const SENTENCES = [
  'Les acheteurs de la région disent manquer de temps pour connaître les offres nouvelles.',
  'Le groupe propose une méthode commune de recensement des besoins, éprouvée auprès de dix structures.',
  'Les entreprises rencontrées demandent des délais de paiement tenus et des dossiers plus courts.',
  'La convention donne un cadre : chacun des signataires désigne un référent et rend compte à la rentrée.',
];

function text(seed: number, sentences: number): string {
  return Array.from({ length: sentences }, (_, at) => SENTENCES[(seed + at) % 4]).join(' ');
}

/** Text, lists, tables, figures and charts in the proportions of the real reports. */
function report(count: number): DocumentModel {
  const chapters = Array.from({ length: count }, (_, at) =>
    section(
      `Chapitre ${at + 1} : ${valuesAt(at)[0] ?? ''}`,
      [paragraph(text(at, 8)), paragraph(text(at + 1, 7))],
      {
        startsPage: true,
        sections: [
          section('Constats', [
            paragraph(text(at + 2, 6)),
            comparison(
              { title: 'Côté acheteurs', content: { blocks: [bullets(...SENTENCES)] } },
              {
                title: 'Côté entreprises',
                content: { blocks: [bullets(...SENTENCES.toReversed())] },
              },
            ),
          ]),
          section('Chiffres', [
            keyFigures(keyFigure(27 + at, 'réponses'), keyFigure(90 + at, 'entreprises')),
            chart({
              kind: at % 2 === 0 ? 'funnel' : 'bar',
              title: 'De l’appel à l’événement',
              categories: ['Réponses', 'Retenues', 'Présentées'],
              series: [{ name: 'Entreprises', values: [79 + at, 25, 9] }],
              unit: 'entreprises',
              alt: 'Trois étapes.',
            }),
          ]),
          section('Structures', [
            table(
              [
                column('Nom', { weight: 3 }),
                column('Commune', { weight: 2 }),
                column('Dossier', { align: 'end' }),
              ],
              Array.from({ length: 45 }, (__, row) => {
                const values = valuesAt(at * 45 + row);
                return [values[0] ?? '', values[6] ?? '', String(row + 1)];
              }),
              { caption: 'Structures suivies' },
            ),
          ]),
        ],
      },
    ),
  );
  return documentModel({
    meta: {
      title: 'Restitution annuelle',
      group: 'Groupe de travail',
      organisation: 'Observatoire régional',
      date: '2017-12-20',
      language: 'fr',
      kind: 'restitution',
    },
    titlePage: { dateLabel: 'Décembre 2017' },
    sections: chapters,
  });
}

const [folder = '.', chapters = '25', ...formats] = process.argv.slice(2);
const model = report(Number(chapters));
for (const { id, extension, write } of documentFormats) {
  if (!formats.includes(id)) continue;
  await writeFile(join(folder, `report.${extension}`), await write(model));
}
await writeFile(join(folder, 'pdf.json'), JSON.stringify(pdfOptions(model)));
process.stdout.write(`${JSON.stringify({ peakMb: ownPeakMb() })}\n`);
