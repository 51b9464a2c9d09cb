import { type ExampleRecord, fact, record } from '#example/builder.ts';
import { midYear, places, yearEnd } from '#example/places.ts';

/** Address of the expert report as the annual restitution prints it, spaces included. */
export const reportAddress =
  "http://prefectures-regions.gouv.fr/hauts-de-france/content/download/35539/240637/file/Rapport d'expertise - L'innovation dans la commande publique - Niels BRALEY - Sciences Po Lille 2017v2.pdf";

/** The two documents of the group, and those that they refer to. */
export function sourceRecords(): ExampleRecord[] {
  return [
    record('sourceDocument', 'synthesis', {
      title: 'Synthèse de travaux à mi-année 2017',
      kind: 'synthesis',
      datedOn: midYear,
      period: 'mi-année 2017',
      reference:
        'Observatoire régional de la commande publique, groupe de travail « Innovation et commande publique »',
      note: 'Le document porte « mi année 2017 » sans jour. Il annonce l’échéance du 30 juin comme prochaine ; ses données sont arrêtées ici au 30 juin 2017.',
    }),
    record('sourceDocument', 'restitution', {
      title: 'Restitutions des travaux du GT « Innovation & commande publique »',
      kind: 'restitution',
      datedOn: yearEnd,
      period: '2017',
      reference:
        'Observatoire régional de la commande publique, groupe de travail « Innovation & commande publique »',
      note: 'Le document n’est pas daté. Il rend compte de l’événement du 20 novembre 2017 et fixe les objectifs pour 2018 ; ses données sont arrêtées ici au 31 décembre 2017, par convention.',
    }),
    ...fact(
      'sourceDocument',
      'decree-2016-360',
      {
        title: 'Décret 2016-360 du 25 mars 2016',
        kind: 'law',
        datedOn: '2016-03-25',
        reference: 'décret 2016-360 du 25 mars 2016',
        note: 'Donne la définition de l’achat innovant que le groupe de travail retient.',
      },
      places.scope,
    ),
    ...fact(
      'sourceDocument',
      'expert-report',
      {
        title: 'L’innovation dans la commande publique – rapport d’expertise de Niels BRALEY',
        kind: 'report',
        period: '2017',
        reference: reportAddress,
        note: 'Accessible sur le site de l’ORCP.',
      },
      places.resultReport,
    ),
  ];
}
