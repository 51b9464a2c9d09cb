import { exampleId, type ExampleRecord, fact } from '#example/builder.ts';
import { subGroups } from '#example/group.ts';
import { places } from '#example/places.ts';

const workingGroupId = exampleId('workingGroup', 'gt');
const seriesId = exampleId('meetingSeries', 'plenary');

const undated =
  'La synthèse compte 3 réunions de GT organisées et ne date que celle du 9 mai 2017 : la date de celle-ci n’est pas donnée.';

const september = exampleId('meeting', 'plenary-september');
const preparation = exampleId('meeting', 'preparation');

const plenaries = (): ExampleRecord[] => [
  ...fact(
    'meetingSeries',
    'plenary',
    { workingGroupId, name: 'Réunions trimestrielles de GT', recurrence: 'quarterly' },
    places.subGroupDeliverables,
  ),
  ...fact(
    'meeting',
    'plenary-may',
    {
      workingGroupId,
      seriesId,
      kind: 'plenary',
      title: 'Réunion du GT du 9 mai 2017',
      heldOn: '2017-05-09',
      period: '1er semestre 2017',
      status: 'held',
    },
    places.structure,
  ),
  ...(['a', 'b'] as const).flatMap((letter, index) =>
    fact(
      'meeting',
      `plenary-undated-${letter}`,
      {
        workingGroupId,
        seriesId,
        kind: 'plenary',
        title: `Réunion du GT, date non donnée (${index + 1})`,
        period: '1er semestre 2017',
        purpose: undated,
        status: 'held',
      },
      places.structure,
    ),
  ),
  ...fact(
    'meeting',
    'plenary-september',
    {
      workingGroupId,
      seriesId,
      kind: 'plenary',
      title: 'Réunion du GT de septembre 2017',
      period: 'Septembre 2017',
      purpose:
        'Prochaine réunion du GT avec l’ensemble des rapporteurs des sous-groupes thématiques pour faire un point sur l’avancée de leurs travaux.',
      status: 'draft',
    },
    places.prospects,
  ),
];

const septemberAgenda = (): ExampleRecord[] =>
  subGroups.flatMap(([key, name], index) =>
    fact(
      'agendaItem',
      `september/${key}`,
      {
        meetingId: september,
        position: index + 1,
        title: `Point sur l’avancée des travaux : ${name}`,
        subGroupId: exampleId('subGroup', key),
        note: 'Présenté par le ou les rapporteurs du sous-groupe.',
      },
      places.prospects,
    ),
  );

const expectedInSeptember = (): ExampleRecord[] => [
  ...(
    [
      ['pruvost', 'nfid'],
      ['chiquet', 'lille-is-french-tech'],
      ['trigaut', 'pfra'],
      ['dupuis', 'ugap'],
    ] as const
  ).flatMap(([person, organisation]) =>
    fact(
      'attendance',
      `september/${person}`,
      {
        meetingId: september,
        personId: exampleId('person', person),
        organisationId: exampleId('organisation', organisation),
        status: 'expected',
      },
      places.prospects,
    ),
  ),
  ...fact(
    'attendance',
    'september/assess',
    {
      meetingId: september,
      guestName: 'Rapporteur du sous-groupe « Évaluer le déploiement des achats innovants »',
      organisationId: exampleId('organisation', 'direccte'),
      status: 'expected',
    },
    places.prospects,
  ),
];

const eventPreparation = (): ExampleRecord[] => [
  ...fact(
    'meeting',
    'preparation',
    {
      workingGroupId,
      eventId: exampleId('event', 'innovember'),
      kind: 'eventPreparation',
      title: 'Rendez-vous avec Raouti CHEHAH',
      heldOn: '2017-06-30',
      purpose: 'Évoquer les modalités opérationnelles de l’événement à Euratechnologies.',
      status: 'convened',
    },
    places.prospects,
  ),
  ...fact(
    'agendaItem',
    'preparation/terms',
    {
      meetingId: preparation,
      position: 1,
      title: 'Modalités opérationnelles de l’événement',
    },
    places.prospects,
  ),
  ...fact(
    'attendance',
    'preparation/chehah',
    {
      meetingId: preparation,
      personId: exampleId('person', 'chehah'),
      organisationId: exampleId('organisation', 'euratechnologies'),
      status: 'expected',
    },
    places.prospects,
  ),
];

const meetingUnknown = 'Le document ne dit ni à quelle réunion, ni par quel vote.';

const decisions = (): ExampleRecord[] => [
  ...fact(
    'decision',
    'sub-groups',
    {
      workingGroupId,
      title:
        'Constituer 4 sous-groupes de travail autour des 4 thématiques identifiées dans le premier livrable',
      detail: meetingUnknown,
      status: 'adopted',
    },
    places.structure,
    places.subGroupObjectives,
  ),
  ...fact(
    'decision',
    'social-innovation-later',
    {
      workingGroupId,
      title:
        'Traiter l’innovation sociale dans un deuxième temps, lorsque la première phase sera plus « mature »',
      detail: meetingUnknown,
      status: 'adopted',
    },
    places.scope,
  ),
  ...fact(
    'decision',
    'working-basis',
    {
      workingGroupId,
      title:
        'Faire du rapport d’expertise la base de travail des différents sous-groupes thématiques',
      detail: meetingUnknown,
      status: 'adopted',
    },
    places.deliverables,
  ),
];

const outcomeUnknown = 'La suite donnée n’est pas connue des documents.';

const actionItems = (): ExampleRecord[] => [
  ...fact(
    'actionItem',
    'publish-roadmap',
    {
      workingGroupId,
      title: 'Mettre en ligne la feuille de route du GT sur le site de l’ORCP',
      detail: outcomeUnknown,
      status: 'upcoming',
    },
    places.deliverables,
  ),
  ...fact(
    'actionItem',
    'september-meeting',
    {
      workingGroupId,
      title:
        'Organiser en septembre 2017 une réunion du GT avec l’ensemble des rapporteurs des sous-groupes thématiques',
      detail: `Pour faire un point sur l’avancée de leurs travaux. ${outcomeUnknown}`,
      status: 'upcoming',
    },
    places.prospects,
  ),
  ...fact(
    'actionItem',
    'november-event',
    {
      workingGroupId,
      title:
        'Organiser un événement sur la thématique « achats innovants » pendant la Semaine de l’innovation publique',
      dueOn: '2017-11-26',
      doneOn: '2017-11-20',
      status: 'done',
    },
    places.prospects,
    places.resultEvent,
  ),
];

/** Meetings held and planned, with what the documents say was on their agenda. */
export function meetingRecords(): ExampleRecord[] {
  return [
    ...plenaries(),
    ...septemberAgenda(),
    ...expectedInSeptember(),
    ...eventPreparation(),
    ...decisions(),
    ...actionItems(),
  ];
}
