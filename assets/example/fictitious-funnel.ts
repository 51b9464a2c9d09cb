import { exampleId, type ExampleRecord, record } from '#example/builder.ts';
import {
  type FictitiousApplication,
  fictitiousApplications,
  isAtEvent,
} from '#example/fictitious-applications.ts';
import { midYear } from '#example/places.ts';

const late = { triage: '2017-09-15', committee: '2017-09-28', withdrawal: '2017-10-05' } as const;
const finalOn = '2017-10-19';
const calledUpOn = '2017-10-06';
const placedOn = '2017-10-26';

const exclusion = {
  notMarketed: 'La solution n’est pas encore commercialisable.',
  notForPublicSector: 'La solution n’est pas adaptée à la sphère publique.',
  outsideRegion: 'L’entreprise est établie hors région.',
} as const;

/** Words of refusal of the committee, dealt out in turn. */
const refusals = [
  'Besoin trop peu exprimé par les acheteurs du recensement.',
  'Caractère innovant insuffisamment démontré.',
  'Solution proche de celle d’une réponse mieux classée.',
  'Références à consolider avant une rencontre avec des acheteurs.',
  'Déploiement non compatible avec le calendrier de l’événement.',
  'Réponse trop générale pour apprécier l’usage par une administration.',
] as const;

type DecisionValues = Omit<
  Extract<ExampleRecord, { name: 'phaseDecision' }>['values'],
  'applicationId' | 'phaseId' | 'isReleased'
>;

function decide(one: FictitiousApplication, phase: string, values: DecisionValues): ExampleRecord {
  return record('phaseDecision', `${phase}/${one.key}`, {
    applicationId: exampleId('application', one.key),
    phaseId: exampleId('phase', phase),
    isReleased: true,
    ...values,
  });
}

function triage(one: FictitiousApplication): ExampleRecord {
  const decidedOn = one.receivedOn <= midYear ? midYear : late.triage;
  switch (one.fate) {
    case 'notMarketed':
    case 'notForPublicSector':
    case 'outsideRegion':
      return decide(one, 'triage', {
        outcome: 'excluded',
        exclusionReasonId: exampleId('exclusionReason', one.fate),
        reason: exclusion[one.fate],
        decidedOn,
      });
    default:
      return decide(one, 'triage', { outcome: 'nextPhase', decidedOn });
  }
}

const isKeptByTriage = (one: FictitiousApplication): boolean => !(one.fate in exclusion);

function committee(one: FictitiousApplication, index: number, reserveRank: number): ExampleRecord {
  const decidedOn = late.committee;
  switch (one.fate) {
    case 'notRetained':
      return decide(one, 'committee', {
        outcome: 'notRetained',
        reason: refusals[index % refusals.length] ?? refusals[0],
        decidedOn,
      });
    case 'reserve':
      return decide(one, 'committee', {
        outcome: 'reserve',
        rank: reserveRank,
        reason: 'Liste complémentaire.',
        decidedOn,
      });
    case 'calledUp':
      return decide(one, 'committee', {
        outcome: 'nextPhase',
        rank: 1,
        reason: 'Première de la liste complémentaire, appelée après un désistement.',
        decidedOn: calledUpOn,
      });
    default:
      return decide(one, 'committee', { outcome: 'nextPhase', decidedOn });
  }
}

/** Decisions of the four phases for the fictitious responses, reserve list and withdrawal included. */
export function funnelRecords(): ExampleRecord[] {
  const kept = fictitiousApplications.filter(isKeptByTriage);
  const reserve = kept.filter(({ fate }) => fate === 'reserve');
  const atEvent = kept.filter(({ fate }) => isAtEvent(fate));
  const pitches = atEvent.filter(({ fate }) => fate === 'pitch');
  const stands = atEvent.filter(({ fate }) => fate !== 'pitch');
  const rankOf = (one: FictitiousApplication): number => reserve.indexOf(one) + 2;
  return [
    ...fictitiousApplications.map(triage),
    ...kept.map((one, index) => committee(one, index, rankOf(one))),
    ...kept
      .filter(({ fate }) => fate === 'withdrawn')
      .map((one) =>
        record('withdrawal', one.key, {
          applicationId: exampleId('application', one.key),
          withdrawnOn: late.withdrawal,
          reason: 'Équipe indisponible à la date de l’événement.',
        }),
      ),
    ...pitches.map((one, index) =>
      decide(one, 'final', { outcome: 'pitch', rank: index + 1, decidedOn: finalOn }),
    ),
    ...stands.map((one) => decide(one, 'final', { outcome: 'stand', decidedOn: finalOn })),
    ...stands.map((one) => decide(one, 'stands', { outcome: 'stand', decidedOn: placedOn })),
  ];
}
