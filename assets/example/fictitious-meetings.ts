import { exampleId, type ExampleRecord, record } from '#example/builder.ts';

const workingGroupId = exampleId('workingGroup', 'gt');
const meetingId = exampleId('meeting', 'plenary-may');
const minutesId = exampleId('minutes', 'plenary-may');
const heldOn = '2017-05-09';

const fictitious = 'Personne fictive, créée pour l’exemple.';

const people = [
  ['secretary', 'Odile', 'Brancourtel', 'present'],
  ['speaker', 'Rémi', 'Valencelle', 'present'],
  ['excused', 'Sabine', 'Hauteplaine', 'excused'],
  ['represented', 'Thibault', 'Merquillier', 'represented'],
] as const;

const personId = (key: (typeof people)[number][0]) => exampleId('person', `meeting/${key}`);

const attendance = (): ExampleRecord[] =>
  people.flatMap(([key, givenName, familyName, status]): ExampleRecord[] => [
    record('person', `meeting/${key}`, {
      givenName,
      familyName,
      notes: fictitious,
      isFictitious: true,
    }),
    record('attendance', `may/${key}`, {
      meetingId,
      personId: personId(key),
      status,
      representedById: status === 'represented' ? personId('speaker') : null,
    }),
  ]);

const items = [
  ['opening', 'Ouverture et ordre du jour (point fictif)', 5, 'discussed', true],
  ['progress', 'Avancement des sous-groupes (point fictif)', 40, 'discussed', false],
  ['september', 'Préparation de la réunion de septembre (point fictif)', 20, 'postponed', false],
  ['any-other', 'Questions diverses (point fictif)', 10, 'planned', true],
] as const;

const agenda = (): ExampleRecord[] =>
  items.map(([key, title, durationMinutes, status, isStanding], index) =>
    record('agendaItem', `may/${key}`, {
      meetingId,
      position: index + 1,
      title,
      durationMinutes,
      presenterId: key === 'progress' ? personId('speaker') : null,
      status,
      isStanding,
      spentSeconds: status === 'discussed' ? durationMinutes * 66 : null,
    }),
  );

const decisionId = exampleId('decision', 'may/written');
const actionId = exampleId('actionItem', 'may/gather');

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const kept = (...content: readonly object[]): string => JSON.stringify({ type: 'doc', content });

const minutes = (): ExampleRecord[] => [
  record('minutes', 'plenary-may', {
    meetingId,
    status: 'toValidate',
    body: kept(
      paragraph(
        'Compte rendu fictif, rédigé pour l’exemple : les documents ne disent pas ce qui s’est dit à cette réunion.',
      ),
    ),
  }),
  record('minutesItem', 'may/opening', {
    minutesId,
    agendaItemId: exampleId('agendaItem', 'may/opening'),
    position: 1,
    body: kept(paragraph('L’ordre du jour est adopté sans changement.')),
  }),
  record('minutesItem', 'may/progress', {
    minutesId,
    agendaItemId: exampleId('agendaItem', 'may/progress'),
    position: 2,
    body: kept(
      { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Tour de table' }] },
      {
        type: 'bulletList',
        content: [
          'Chaque sous-groupe présente ses premiers travaux.',
          'Les échéances du second semestre sont rappelées.',
        ].map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
      },
      { type: 'decisionRef', attrs: { id: decisionId } },
      { type: 'actionRef', attrs: { id: actionId } },
    ),
  }),
];

const place = {
  workingGroupId,
  meetingId,
  agendaItemId: exampleId('agendaItem', 'may/progress'),
  minutesItemId: exampleId('minutesItem', 'may/progress'),
} as const;

const outcomes = (): ExampleRecord[] => [
  record('decision', 'may/written', {
    ...place,
    title:
      'Demander à chaque sous-groupe un point écrit avant la prochaine réunion (décision fictive)',
    decidedOn: heldOn,
    votesFor: 6,
    votesAgainst: 0,
    abstentions: 1,
    status: 'adopted',
  }),
  record('actionItem', 'may/gather', {
    ...place,
    title: 'Rassembler les points écrits des sous-groupes (action fictive)',
    responsiblePersonId: personId('secretary'),
    dueOn: '2017-08-31',
    status: 'underWay',
  }),
  record('actionItem', 'may/room', {
    ...place,
    title: 'Réserver une salle pour la réunion de septembre (action fictive)',
    responsiblePersonId: personId('speaker'),
    dueOn: '2017-06-30',
    doneOn: '2017-06-20',
    status: 'done',
  }),
];

const template = (): ExampleRecord[] => [
  record('agendaTemplate', 'plenary', {
    workingGroupId,
    name: 'Plénière trimestrielle',
    meetingKind: 'plenary',
    items: [
      { title: 'Ouverture et ordre du jour', durationMinutes: 5 },
      { title: 'Suites de la réunion précédente', durationMinutes: 15 },
      { title: 'Avancement des sous-groupes', durationMinutes: 45 },
      { title: 'Prochaines échéances', durationMinutes: 15 },
      { title: 'Questions diverses', durationMinutes: 10 },
    ],
  }),
];

/** What a held meeting leaves behind, invented where the documents only say that it took place. */
export function fictitiousMeetingRecords(): ExampleRecord[] {
  return [...attendance(), ...agenda(), ...minutes(), ...outcomes(), ...template()];
}
