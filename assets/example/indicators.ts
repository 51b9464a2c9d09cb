import { exampleId, type ExampleRecord, fact, type Place } from '#example/builder.ts';
import { midYear, places, yearEnd } from '#example/places.ts';

const workingGroupId = exampleId('workingGroup', 'gt');
const objectiveId = exampleId('objective', '2017-indicator-method');

const retainedMethod =
  'Le premier effort est de faire rencontrer acheteurs et entreprises innovantes : face au constat d’absence d’indicateurs existants, le GT a procédé à des appels à manifestation d’intérêt et questionnaires en ligne à l’attention des entreprises et à l’attention des acheteurs publics.';

/** Indicators, in the order of their display; those with an objective are the retained ones. */
const indicators = (): ExampleRecord[] => [
  ...fact(
    'indicator',
    'needs-answers',
    {
      workingGroupId,
      objectiveId,
      code: 'needs-answers',
      name: 'Recensement des besoins auprès des acheteurs régionaux',
      unit: 'réponses',
      method: retainedMethod,
      countedFrom: 'needs',
      position: 1,
    },
    places.activities,
    places.indicators,
  ),
  ...fact(
    'indicator',
    'applications',
    {
      workingGroupId,
      objectiveId,
      code: 'applications',
      name: 'Appel à manifestation d’intérêt auprès des entreprises régionales porteuses de solutions innovantes',
      unit: 'réponses d’entreprises',
      method: retainedMethod,
      countedFrom: 'applications',
      position: 2,
    },
    places.activities,
    places.indicators,
  ),
  ...fact(
    'indicator',
    'invited-companies',
    {
      workingGroupId,
      code: 'invited-companies',
      name: 'Entreprises retenues par le comité et conviées à l’événement',
      unit: 'entreprises',
      targetValue: 20,
      targetOn: '2017-11-20',
      method:
        'Prévision : entre 20 et 30 entreprises (les bornes sont celles de la deuxième phase de tri). Les documents ne donnent pas de valeur constatée.',
      position: 3,
    },
    places.phases,
  ),
  ...fact(
    'indicator',
    'pitches',
    {
      workingGroupId,
      code: 'pitches',
      name: 'Entreprises qui pitchent devant un panel d’acheteurs publics',
      unit: 'entreprises',
      targetValue: 9,
      targetOn: '2017-11-20',
      method: 'Prévision : 9 entreprises. Les documents ne donnent pas de valeur constatée.',
      position: 4,
    },
    places.phases,
    places.prospects,
  ),
  ...fact(
    'indicator',
    'event-attendance',
    {
      workingGroupId,
      code: 'event-attendance',
      name: 'Personnes présentes à INNOV’EMBER',
      unit: 'personnes présentes',
      method: 'Comptage à l’événement, indépendant de la sélection.',
      position: 5,
    },
    places.resultEvent,
  ),
  ...fact(
    'indicator',
    'event-companies',
    {
      workingGroupId,
      code: 'event-companies',
      name: 'Entreprises innovantes présentes à INNOV’EMBER',
      unit: 'entreprises innovantes',
      method: 'Comptage à l’événement, indépendant de la sélection.',
      position: 6,
    },
    places.resultEvent,
  ),
  ...fact(
    'indicator',
    'plenary-meetings',
    {
      workingGroupId,
      code: 'plenary-meetings',
      name: 'Réunions de GT organisées',
      unit: 'réunions de GT',
      countedFrom: 'meetings',
      position: 7,
    },
    places.structure,
  ),
  ...fact(
    'indicator',
    'sub-groups',
    {
      workingGroupId,
      code: 'sub-groups',
      name: 'Sous-groupes de travail constitués',
      unit: 'sous-groupes de travail',
      countedFrom: 'subGroups',
      position: 8,
    },
    places.structure,
    places.resultSubGroups,
  ),
  ...fact(
    'indicator',
    'pia-files',
    {
      workingGroupId,
      code: 'pia-files',
      name: 'Dossiers innovants et entreprises innovantes de la région soutenus par le programme des investissements d’avenir (PIA)',
      unit: 'dossiers innovants',
      position: 9,
    },
    places.objectives,
  ),
];

const measurement = (
  key: string,
  code: string,
  asOfOn: string,
  value: number,
  note: string,
  place: Place,
  isMinimum = false,
): ExampleRecord[] =>
  fact(
    'measurement',
    key,
    {
      indicatorId: exampleId('indicator', code),
      asOfOn,
      value,
      isMinimum,
      sourceId: exampleId('sourceDocument', place[0]),
      note,
    },
    place,
  );

/** Breakdown as stated: 17 and 4 of 27; the documents do not break the other answers down. */
const needsParts = (key: string, place: Place): ExampleRecord[] => [
  ...fact(
    'measurementPart',
    `${key}/state`,
    {
      measurementId: exampleId('measurement', key),
      position: 1,
      title: 'acheteurs de l’État',
      value: 17,
      buyerKind: 'state',
    },
    place,
  ),
  ...fact(
    'measurementPart',
    `${key}/local`,
    {
      measurementId: exampleId('measurement', key),
      position: 2,
      title: 'collectivités',
      value: 4,
      buyerKind: 'localAuthority',
      detail: 'MEL, CD 80 et CD 62',
    },
    place,
  ),
];

const measurements = (): ExampleRecord[] => [
  ...measurement(
    'needs-mid',
    'needs-answers',
    midYear,
    27,
    '27 réponses dont 17 acheteurs de l’État et 4 collectivités (MEL, CD 80 et CD 62)',
    places.activities,
  ),
  ...needsParts('needs-mid', places.activities),
  ...measurement(
    'needs-end',
    'needs-answers',
    yearEnd,
    27,
    '27 réponses dont 17 acheteurs de l’État et 4 collectivités (MEL, CD 80 et CD 62)',
    places.indicators,
  ),
  ...needsParts('needs-end', places.indicators),
  ...measurement(
    'applications-mid',
    'applications',
    midYear,
    79,
    '79 réponses d’entreprises',
    places.activities,
  ),
  ...measurement(
    'applications-end',
    'applications',
    yearEnd,
    90,
    '90 réponses d’entreprises',
    places.indicators,
  ),
  ...measurement(
    'attendance',
    'event-attendance',
    '2017-11-20',
    350,
    '350 personnes présentes',
    places.resultEvent,
  ),
  ...measurement(
    'companies',
    'event-companies',
    '2017-11-20',
    70,
    '70 entreprises innovantes',
    places.resultEvent,
  ),
  ...measurement(
    'meetings-mid',
    'plenary-meetings',
    midYear,
    3,
    '3 réunions de GT organisées',
    places.structure,
  ),
  ...measurement(
    'sub-groups-mid',
    'sub-groups',
    midYear,
    4,
    '4 sous-groupes de travail constitués',
    places.structure,
  ),
  ...measurement(
    'sub-groups-end',
    'sub-groups',
    yearEnd,
    4,
    '4 sous-groupes thématiques mis en place',
    places.resultSubGroups,
  ),
  ...measurement(
    'pia-mid',
    'pia-files',
    midYear,
    300,
    'Plus de 300 dossiers innovants et entreprises innovantes de la région',
    places.objectives,
    true,
  ),
];

/** Indicators with their dated values; each value stays true at its date. */
export function indicatorRecords(): ExampleRecord[] {
  return [...indicators(), ...measurements()];
}
