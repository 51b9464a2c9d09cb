import { exampleId, type ExampleRecord, fact } from '#example/builder.ts';
import { midYear, places } from '#example/places.ts';

const workingGroupId = exampleId('workingGroup', 'gt');

/** Results of 2017 and the good practice that the group points to. */
export function resultRecords(): ExampleRecord[] {
  return [
    ...fact(
      'result',
      'sub-groups',
      {
        workingGroupId,
        year: 2017,
        position: 1,
        title: 'Mise en place de sous-groupes thématiques',
      },
      places.results,
      places.resultSubGroups,
    ),
    ...fact(
      'result',
      'innovember',
      {
        workingGroupId,
        year: 2017,
        position: 2,
        title: 'Événement INNOV’EMBER du 20 novembre à Euratechnologies',
        description:
          'Priorisation de la détection, qualification et sensibilisation auprès des entreprises et des acheteurs (convention État-UGAP) : amener les acheteurs et décideurs publics chez les entreprises et les faire se rencontrer.\n→ socle concret, solide et ambitieux de l’action du GT',
        eventId: exampleId('event', 'innovember'),
        obtainedOn: '2017-11-20',
      },
      places.results,
      places.resultEvent,
    ),
    ...fact(
      'result',
      'report',
      {
        workingGroupId,
        year: 2017,
        position: 3,
        title: 'Livraison d’un rapport sur commande',
        description:
          'Livraison d’un rapport sur commande en guise d’état des lieux « L’innovation dans la commande publique » [dans les Hauts-de-France], rédigé par Niels BRALEY, étudiant de Sciences Po Lille en M1. Le rapport est accessible sur le site de l’ORCP.',
        deliverableId: exampleId('deliverable', 'expert-report'),
      },
      places.results,
      places.resultReport,
    ),
    ...fact(
      'goodPractice',
      'pia',
      {
        workingGroupId,
        title: 'Programme des investissements d’avenir (PIA)',
        description:
          'Le programme des investissements d’avenir (PIA) soutient plus de 300 dossiers innovants et entreprises innovantes de la région qui offrent des réponses innovantes potentielles aux besoins d’achat.',
        statedOn: midYear,
      },
      places.objectives,
    ),
  ];
}
