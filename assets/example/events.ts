import { exampleId, type ExampleRecord, fact } from '#example/builder.ts';
import { places } from '#example/places.ts';

const workingGroupId = exampleId('workingGroup', 'gt');
const agreementId = exampleId('agreement', 'state-ugap');

const digitalThursday =
  'Il s’agit de rencontres entre collectivités territoriales et porteurs de projets numériques innovants destinés à impulser des expérimentations dans la métropole (dans le cas présent autour de la smart city). Cette initiative a vocation à se réitérer dans le temps autour d’autres thématiques.';

const events = (): ExampleRecord[] => [
  ...fact(
    'event',
    'innovation-week',
    {
      workingGroupId,
      name: 'Semaine de l’innovation publique',
      startsOn: '2017-11-20',
      endsOn: '2017-11-26',
      organiserId: exampleId('organisation', 'sgmap'),
      status: 'held',
    },
    places.prospects,
  ),
  ...fact(
    'event',
    'innovember',
    {
      workingGroupId,
      parentId: exampleId('event', 'innovation-week'),
      name: 'INNOV’EMBER',
      theme: 'Achats innovants',
      description:
        'Priorisation de la détection, qualification et sensibilisation auprès des entreprises et des acheteurs (convention État-UGAP) : amener les acheteurs et décideurs publics chez les entreprises et les faire se rencontrer.',
      format:
        'Pitch des 9 entreprises retenues à l’issue de l’AMI UGAP + rencontres BtoB essentiellement (avec en parallèle possibilité d’organiser des démonstrations)',
      startsOn: '2017-11-20',
      endsOn: '2017-11-20',
      period: 'Novembre 2017',
      place: 'Euratechnologies',
      hostId: exampleId('organisation', 'euratechnologies'),
      status: 'held',
    },
    places.prospects,
    places.results,
    places.resultEvent,
  ),
  ...fact(
    'event',
    'digital-thursday',
    {
      workingGroupId,
      name: '1er Jeudi du numérique',
      theme: 'services numériques de vie quotidienne',
      description: digitalThursday,
      startsOn: '2017-06-22',
      endsOn: '2017-06-22',
      organiserId: exampleId('organisation', 'mel'),
      status: 'held',
    },
    places.activities,
  ),
];

const activities = (): ExampleRecord[] => [
  ...fact(
    'activity',
    'digital-thursday',
    {
      workingGroupId,
      eventId: exampleId('event', 'digital-thursday'),
      organiserId: exampleId('organisation', 'mel'),
      position: 1,
      title:
        'Organisation du 1er Jeudi du numérique par la MEL le 22 juin 2017 sur le thème des « services numériques de vie quotidienne »',
      description: digitalThursday,
      startsOn: '2017-06-22',
      endsOn: '2017-06-22',
      status: 'done',
    },
    places.activities,
  ),
  ...fact(
    'activity',
    'agreement',
    {
      workingGroupId,
      agreementId,
      position: 2,
      title: 'Mise en œuvre opérationnelle de la convention État-UGAP',
      status: 'underWay',
    },
    places.activities,
  ),
  ...fact(
    'activity',
    'needs-census',
    {
      workingGroupId,
      agreementId,
      position: 3,
      title: 'Recensement des besoins auprès des acheteurs régionaux',
      description:
        'Les réponses des différents acheteurs permettront d’affiner les premiers constats dressés par le GT et de dresser un état plus exhaustif des pratiques et des besoins.',
      status: 'done',
    },
    places.activities,
    places.indicators,
  ),
  ...fact(
    'activity',
    'call',
    {
      workingGroupId,
      agreementId,
      position: 4,
      title:
        'Appel à manifestation d’intérêt auprès des entreprises régionales porteuses de solutions innovantes',
      description: 'Ces réponses seront sélectionnées selon une méthodologie en plusieurs phases.',
      status: 'done',
    },
    places.activities,
    places.indicators,
  ),
  ...fact(
    'activity',
    'innovember',
    {
      workingGroupId,
      agreementId,
      eventId: exampleId('event', 'innovember'),
      position: 5,
      title: 'Événement INNOV’EMBER du 20 novembre à Euratechnologies',
      description:
        'Priorisation de la détection, qualification et sensibilisation auprès des entreprises et des acheteurs (convention État-UGAP).',
      startsOn: '2017-11-20',
      endsOn: '2017-11-20',
      place: 'Euratechnologies',
      status: 'done',
    },
    places.resultEvent,
  ),
];

/** Events, and what the group and its partners carried out. */
export function eventRecords(): ExampleRecord[] {
  return [...events(), ...activities()];
}
