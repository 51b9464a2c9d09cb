import { exampleId, type ExampleRecord, fact, record } from '#example/builder.ts';
import { midYear, places } from '#example/places.ts';

const workingGroupId = exampleId('workingGroup', 'gt');
const callId = exampleId('callForInterest', 'ami');
const committeeId = exampleId('committee', 'wider');

const phases = [
  {
    key: 'triage',
    name: 'Qualification des offres et premier tri',
    description:
      'Qualification des offres et premier tri des solutions non commercialisables, non adaptées à la sphère publique et hors région (deadline : 30 juin).',
    kind: 'triage',
    deadlineOn: midYear,
    keptOutcome: 'nextPhase',
    otherOutcome: 'notRetained',
  },
  {
    key: 'committee',
    name: 'Deuxième phase de tri avec un comité plus large',
    description:
      'Deuxième phase de tri avec un comité plus large (quelques acheteurs publics, Euratechnologies et Eurasanté). Les entreprises retenues (entre 20 et 30) seront conviées à l’événement organisé courant novembre.',
    kind: 'committee',
    quotaMin: 20,
    quotaMax: 30,
    committeeId,
    keptOutcome: 'nextPhase',
    otherOutcome: 'notRetained',
  },
  {
    key: 'final',
    name: 'Sélection des 9 entreprises qui pitcheront',
    description:
      'Sélection parmi celles-là des 9 entreprises qui pitcheront devant un panel d’acheteurs publics lors de l’événement de novembre 2017.',
    kind: 'finalSelection',
    quotaMin: 9,
    quotaMax: 9,
    keptOutcome: 'pitch',
    otherOutcome: 'stand',
  },
  {
    key: 'stands',
    name: 'Stands pour le BtoB',
    description: 'Les autres tiendront un espace/stand pour le BtoB (gratuit).',
    kind: 'placement',
    keptOutcome: 'stand',
    otherOutcome: 'stand',
  },
] as const;

const reasons = [
  ['notMarketed', 'Solution non commercialisable'],
  ['notForPublicSector', 'Solution non adaptée à la sphère publique'],
  ['outsideRegion', 'Hors région'],
] as const;

/** Criteria of the committee: the documents give none, so these only show how scoring is set up. */
const criteria = [
  ['novelty', 'Caractère innovant', 3],
  ['fit', 'Réponse aux besoins des acheteurs publics', 4],
  ['readiness', 'Maturité de la solution', 2],
  ['capacity', 'Capacité de l’entreprise à répondre', 1],
] as const;

const seats = [
  ['buyers', 'Quelques acheteurs publics', null],
  ['euratechnologies', null, 'euratechnologies'],
  ['eurasante', null, 'eurasante'],
] as const;

/** The call for expressions of interest, its method in four phases and its committee. */
export function selectionRecords(): ExampleRecord[] {
  return [
    ...fact(
      'callForInterest',
      'ami',
      {
        workingGroupId,
        agreementId: exampleId('agreement', 'state-ugap'),
        eventId: exampleId('event', 'innovember'),
        title:
          'Appel à manifestation d’intérêt auprès des entreprises régionales porteuses de solutions innovantes',
        description:
          'AMI UGAP. Ces réponses seront sélectionnées selon une méthodologie en plusieurs phases.\n\nLes documents donnent le nombre des réponses (79 à mi-année, 90 en fin d’année) et la méthode, non la liste : les réponses, les décisions et leurs dates enregistrées ici sont fictives et signalées comme telles.',
        status: 'released',
      },
      places.activities,
      places.phases,
      places.prospects,
      places.indicators,
    ),
    ...fact(
      'committee',
      'wider',
      {
        workingGroupId,
        callId,
        name: 'Comité élargi de l’AMI',
        description:
          'Comité plus large : quelques acheteurs publics, Euratechnologies et Eurasanté.',
      },
      places.phases,
    ),
    ...seats.flatMap(([key, title, organisation], index) =>
      fact(
        'committeeSeat',
        key,
        {
          committeeId,
          title,
          organisationId: organisation === null ? null : exampleId('organisation', organisation),
          position: index + 1,
        },
        places.phases,
      ),
    ),
    ...phases.flatMap(({ key, ...values }, index) =>
      fact('phase', key, { callId, position: index + 1, ...values }, places.phases),
    ),
    ...reasons.flatMap(([code, title], index) =>
      fact('exclusionReason', code, { callId, position: index + 1, code, title }, places.phases),
    ),
    ...criteria.map(([key, name, weight], index) =>
      record('criterion', key, {
        phaseId: exampleId('phase', 'committee'),
        position: index + 1,
        name,
        description: 'Exemple : les documents ne donnent pas les critères du comité.',
        weight,
        scaleMin: 0,
        scaleMax: 5,
      }),
    ),
  ];
}
