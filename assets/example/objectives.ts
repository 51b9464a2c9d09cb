import { exampleId, type ExampleRecord, fact } from '#example/builder.ts';
import { subGroups } from '#example/group.ts';
import { midYear, places, yearEnd } from '#example/places.ts';

const workingGroupId = exampleId('workingGroup', 'gt');

/** As the mid-year synthesis states them. */
const statedAtMidYear = [
  [
    '2017-inventory',
    'Faire un état des lieux sur le territoire des pratiques d’achats innovants',
    '',
  ],
  [
    '2017-census',
    'Recenser les principaux freins, leviers et bonnes pratiques pour la pratique de l’achat innovant, tant du point de vue des acheteurs publics que de celui des entreprises',
    'Par exemple, s’agissant d’une bonne pratique : le programme des investissements d’avenir (PIA) soutient plus de 300 dossiers innovants et entreprises innovantes de la région qui offrent des réponses innovantes potentielles aux besoins d’achat.',
  ],
  [
    '2017-plan',
    'Construire un plan d’action en soutien à l’action commune DAE/DGE visant à l’amélioration des pratiques d’achats innovants',
    '',
  ],
] as const;

const midYearObjectives = (): ExampleRecord[] =>
  statedAtMidYear.flatMap(([key, title, description], index) =>
    fact(
      'objective',
      key,
      {
        workingGroupId,
        year: 2017,
        position: index + 1,
        title,
        description: description === '' ? null : description,
        statedOn: midYear,
        status: 'underWay',
      },
      places.objectives,
    ),
  );

/** As the restitution restates them at the end of the year. */
const restated = (): ExampleRecord[] => {
  const stated = { workingGroupId, year: 2017, statedOn: yearEnd } as const;
  const agreements = exampleId('objective', '2017-restated-commitments');
  const stateUgap = exampleId('objective', '2017-restated-state-ugap');
  return [
    ...fact(
      'objective',
      '2017-restated-inventory',
      {
        ...stated,
        position: 1,
        title:
          'Faire un état des lieux sur le territoire des pratiques d’achats innovants. Notamment, recenser les principaux freins, leviers et bonnes pratiques.',
        carriedFromId: exampleId('objective', '2017-inventory'),
        status: 'done',
      },
      places.objectives2017,
    ),
    ...fact(
      'objective',
      '2017-restated-commitments',
      {
        ...stated,
        position: 2,
        title: 'Respecter les engagements pris lors de l’AG 2017',
        description: 'Par l’application des deux conventions.',
        status: 'done',
      },
      places.objectives2017,
    ),
    ...fact(
      'objective',
      '2017-restated-state-ugap',
      {
        ...stated,
        parentId: agreements,
        agreementId: exampleId('agreement', 'state-ugap'),
        position: 1,
        title: 'La convention État-UGAP « achats innovants »',
        status: 'done',
      },
      places.objectives2017,
    ),
    ...fact(
      'objective',
      '2017-restated-sciences-po',
      {
        ...stated,
        parentId: agreements,
        agreementId: exampleId('agreement', 'sciences-po-orcp'),
        position: 2,
        title: 'La convention Sciences Po Lille – ORCP',
        status: 'done',
      },
      places.objectives2017,
    ),
    ...fact(
      'objective',
      '2017-restated-plan',
      {
        ...stated,
        position: 3,
        title: 'Initier la construction d’un plan d’action en soutien à l’action commune DAE/DGE',
        carriedFromId: exampleId('objective', '2017-plan'),
        status: 'underWay',
      },
      places.objectives2017,
    ),
    ...fact(
      'objective',
      '2017-indicator-method',
      {
        ...stated,
        parentId: stateUgap,
        position: 1,
        title: 'Construire une méthodologie de sélection',
        description: 'But des deux indicateurs retenus.',
        status: 'done',
      },
      places.indicators,
    ),
    ...fact(
      'objective',
      '2017-indicator-meet',
      {
        ...stated,
        parentId: stateUgap,
        position: 2,
        title: 'Faire rencontrer l’offre et la demande pour l’organisation d’événements',
        description: 'But des deux indicateurs retenus.',
        status: 'done',
      },
      places.indicators,
    ),
  ];
};

const subGroupObjectives = [
  ['deepen', 'Approfondir les thématiques identifiées dans le premier livrable'],
  ['inventory', 'Faire un état des lieux des pratiques existantes'],
  ['recommend', 'Formuler des préconisations d’actions'],
] as const;

const ofSubGroups = (): ExampleRecord[] =>
  subGroups.flatMap(([group]) =>
    subGroupObjectives.flatMap(([key, title], index) =>
      fact(
        'objective',
        `2017-sub-group/${group}/${key}`,
        {
          workingGroupId,
          subGroupId: exampleId('subGroup', group),
          year: 2017,
          position: index + 1,
          title,
          statedOn: midYear,
          status: 'underWay',
        },
        places.subGroupObjectives,
      ),
    ),
  );

const nextYear = [
  [
    '2018-extend',
    'Élargir la convention Innovation État-UGAP à d’autres partenaires',
    'state-ugap',
  ],
  ['2018-awareness', 'Pérenniser les actions de sensibilisation', null],
  ['2018-roadmap', 'Déployer une feuille de route régionale sur les achats innovants', null],
  ['2018-tools', 'Mettre en place des outils communs', null],
  [
    '2018-social',
    'Initier la constitution d’un sous-groupe thématique sur l’innovation sociale',
    null,
  ],
] as const;

const for2018 = (): ExampleRecord[] =>
  nextYear.flatMap(([key, title, agreement], index) =>
    fact(
      'objective',
      key,
      {
        workingGroupId,
        year: 2018,
        position: index + 1,
        title,
        agreementId: agreement === null ? null : exampleId('agreement', agreement),
        statedOn: yearEnd,
        status: 'upcoming',
      },
      places.objectives2018,
    ),
  );

/**
 * Objectives of both years. Those of 2017 are recorded as each document words them: `statedOn` tells
 * which document, `carriedFromId` which earlier wording they restate.
 */
export function objectiveRecords(): ExampleRecord[] {
  return [...midYearObjectives(), ...restated(), ...ofSubGroups(), ...for2018()];
}
