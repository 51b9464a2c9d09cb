import { exampleId, type ExampleRecord, fact } from '#example/builder.ts';
import { subGroups } from '#example/group.ts';
import { places } from '#example/places.ts';
import { reportAddress } from '#example/sources.ts';

const workingGroupId = exampleId('workingGroup', 'gt');

/** What each sub-group owes: kind, name, and what the synthesis says of it. */
const expected = [
  [
    'roadmap',
    'Feuille de route',
    'Feuille de route avec composition du sous-groupe, planning de travail et jalons associés.',
  ],
  ['writtenContribution', 'Contribution écrite', 'Contribution écrite sous format libre.'],
  [
    'presentation',
    'Présentation des travaux',
    'Présentation des travaux lors des réunions trimestrielles de GT.',
  ],
] as const;

const ofSubGroups = (): ExampleRecord[] =>
  subGroups.flatMap(([key, name]) =>
    expected.flatMap(([kind, title, description]) =>
      fact(
        'deliverable',
        `${key}/${kind}`,
        {
          workingGroupId,
          subGroupId: exampleId('subGroup', key),
          meetingId: exampleId('meeting', 'plenary-september'),
          kind,
          title: `${title} – ${name}`,
          description,
          quarter: '2017-T3',
          status: 'upcoming',
          version: 1,
        },
        places.subGroupDeliverables,
        places.prospects,
      ),
    ),
  );

/** Delivered in the first half of 2017, no day given: filed under its last quarter. */
const ofGroup = (): ExampleRecord[] => [
  ...fact(
    'deliverable',
    'group-roadmap',
    {
      workingGroupId,
      kind: 'roadmap',
      title: 'Feuille de route du GT',
      description:
        'À mettre en ligne sur le site de l’ORCP. Premier livrable, qui identifie les 4 thématiques des sous-groupes.',
      quarter: '2017-T2',
      status: 'done',
      version: 1,
    },
    places.deliverables,
    places.subGroupObjectives,
  ),
  ...fact(
    'deliverable',
    'expert-report',
    {
      workingGroupId,
      kind: 'report',
      title: 'L’innovation dans la commande publique',
      description:
        'Rapport d’expertise sur la thématique « Achats innovants », réalisé par Niels BRALEY, stagiaire IEP Lille en Master 1 Affaires publiques, étudiant de Sciences Po Lille. Rapport sur commande, livré en guise d’état des lieux [dans les Hauts-de-France]. Ce document servira de base de travail pour les différents sous-groupes thématiques. Le rapport est accessible sur le site de l’ORCP.',
      authorPersonId: exampleId('person', 'braley'),
      authorOrganisationId: exampleId('organisation', 'sciences-po-lille'),
      quarter: '2017-T2',
      publishedAt: reportAddress,
      status: 'done',
      version: 2,
    },
    places.deliverables,
    places.results,
    places.resultReport,
  ),
];

/** Roadmaps, with what the group's own looks forward to. */
const roadmaps = (): ExampleRecord[] => [
  ...fact(
    'roadmap',
    'group',
    { workingGroupId, title: 'Feuille de route du GT' },
    places.deliverables,
  ),
  ...milestones.flatMap(([key, title, description, dueOn, period, isDone, place]) =>
    fact(
      'milestone',
      key,
      {
        workingGroupId,
        roadmapId: exampleId('roadmap', 'group'),
        title,
        description,
        dueOn,
        period,
        status: isDone ? 'done' : 'upcoming',
      },
      place,
    ),
  ),
];

const milestones = [
  [
    'triage-deadline',
    'Fin du premier tri des réponses à l’AMI',
    'Deadline du 30 juin.',
    '2017-06-30',
    null,
    true,
    places.phases,
  ],
  [
    'september-meeting',
    'Réunion du GT avec l’ensemble des rapporteurs',
    'Point sur l’avancée des travaux des sous-groupes. La suite donnée n’est pas connue des documents.',
    null,
    'Septembre 2017',
    false,
    places.prospects,
  ],
  [
    'november-event',
    'Événement sur la thématique « achats innovants »',
    'Pendant la Semaine de l’innovation publique, à Euratechnologies.',
    '2017-11-20',
    'Novembre 2017',
    true,
    places.prospects,
  ],
] as const;

/** Deliverables expected from each sub-group and those that the group has delivered. */
export function deliverableRecords(): ExampleRecord[] {
  return [...ofGroup(), ...ofSubGroups(), ...roadmaps()];
}
