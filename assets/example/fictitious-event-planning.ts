import { exampleId, type ExampleRecord, fact, record } from '#example/builder.ts';
import {
  FIRST_MEETING,
  FIRST_PITCH,
  GAP_MINUTES,
  LUNCH,
  MEETING_MINUTES,
  pitchTime,
  SLOT_COUNT,
} from '#example/event-day.ts';
import { fictitiousApplications, isAtEvent } from '#example/fictitious-applications.ts';
import { matches } from '#example/fictitious-event.ts';
import { fictitiousBuyers } from '#example/fictitious-needs.ts';
import { places } from '#example/places.ts';

const eventId = exampleId('event', 'innovember');
const notice = 'Horaire fictif, créé pour l’exemple : les documents ne donnent pas le programme.';

const programme = [
  ['welcome', '09:00', FIRST_PITCH, 'Accueil', 'Hall'],
  ['pitch', FIRST_PITCH, pitchTime(9), 'Pitchs des 9 entreprises', 'Amphithéâtre'],
  [
    'meetings',
    FIRST_MEETING,
    LUNCH.startsAt,
    'Rendez-vous BtoB du matin',
    'Espace des rendez-vous',
  ],
  ['break', LUNCH.startsAt, LUNCH.endsAt, 'Déjeuner', 'Hall'],
  ['meetings', LUNCH.endsAt, '15:25', 'Rendez-vous BtoB de l’après-midi', 'Espace des rendez-vous'],
  ['demo', '11:20', '15:00', 'Démonstrations', 'Espace de démonstration'],
  ['plenary', '15:30', '16:15', 'Bilan de la journée', 'Amphithéâtre'],
] as const;

const atEvent = fictitiousApplications.filter(({ fate }) => isAtEvent(fate));
const isThere = (company: string): boolean => atEvent.some(({ key }) => key === company);

/** One participant in six is not there all day. */
const absences = [
  ['12:30', '15:25'],
  ['10:30', '12:30'],
  ['14:00', '14:40'],
] as const;

function programmeRecords(): ExampleRecord[] {
  return programme.map(([kind, startsAt, endsAt, title, place], index) =>
    record('programmeItem', String(index), {
      eventId,
      position: index + 1,
      startsAt,
      endsAt,
      title,
      kind,
      place,
      speakerText: notice,
    }),
  );
}

function partnerRecords(): ExampleRecord[] {
  return [
    ...fact(
      'eventPartner',
      'euratechnologies',
      {
        eventId,
        organisationId: exampleId('organisation', 'euratechnologies'),
        role: 'Structure d’accueil',
      },
      places.resultEvent,
    ),
    ...fact(
      'eventPartner',
      'ugap',
      {
        eventId,
        organisationId: exampleId('organisation', 'ugap'),
        role: 'Appel à manifestation d’intérêt',
      },
      places.prospects,
    ),
  ];
}

function participantRecords(): ExampleRecord[] {
  const sides = [
    ...fictitiousBuyers.map(({ key }) => ({
      key,
      organisation: `need/${key}`,
      side: 'buyer' as const,
    })),
    ...atEvent.map(({ key }) => ({ key, organisation: key, side: 'company' as const })),
  ];
  return sides.flatMap(({ key, organisation, side }, index): ExampleRecord[] => {
    const organisationId = exampleId('organisation', organisation);
    const absence = index % 6 === 5 ? absences[Math.floor(index / 6) % absences.length] : undefined;
    const [startsAt, endsAt] = absence ?? [];
    return [
      record('registration', key, {
        eventId,
        organisationId,
        role: side,
        status: 'registered',
        hasAttended: true,
        headcount: side === 'company' ? 2 : 1,
      }),
      record('meetingParticipant', key, { eventId, organisationId, side }),
      ...(startsAt === undefined || endsAt === undefined
        ? []
        : [
            record('availability', key, {
              eventId,
              organisationId,
              startsAt,
              endsAt,
              isAvailable: false,
              note: 'Absence fictive, créée pour l’exemple.',
            }),
          ]),
    ];
  });
}

function wish(from: string, to: string, strength: number, links: object = {}): ExampleRecord {
  return record('meetingWish', `${from}/${to}`, {
    eventId,
    fromOrganisationId: exampleId('organisation', from),
    toOrganisationId: exampleId('organisation', to),
    strength,
    note: 'Souhait fictif, créé pour l’exemple.',
    ...links,
  });
}

/** Buyers wish for the companies that answer their need, and for one or two of its segment. */
function wishRecords(): ExampleRecord[] {
  const matched = matches.filter(
    ([, company, , status]) => status !== 'refused' && isThere(company),
  );
  const asked = new Set(matched.map(([need, company]) => `${need}/${company}`));
  const ofMatches = matched.flatMap(([need, company, score], index) => {
    const links = { needId: exampleId('need', need), offerId: exampleId('offer', company) };
    const strength = score >= 0.9 ? 3 : 2;
    const back = index % 2 === 0 ? [wish(company, `need/${need}`, 2, links)] : [];
    return [wish(`need/${need}`, company, strength, links), ...back];
  });
  const ofSegments = fictitiousBuyers.flatMap(({ key, segment }, index) => {
    const near = atEvent.filter(
      (one) => one.segment === segment && !asked.has(`${key}/${one.key}`),
    );
    const chosen = [near[index % near.length], near[(index + 1) % near.length]];
    return [...new Set(chosen)].flatMap((one, place) => {
      if (one === undefined) return [];
      const back = (index + place) % 3 === 0 ? [wish(one.key, `need/${key}`, 1)] : [];
      return [wish(`need/${key}`, one.key, 1), ...back];
    });
  });
  return [...ofMatches, ...ofSegments];
}

/** The day of the event as it is planned: programme, partners, guests, slots, wishes. */
export function eventPlanningRecords(): ExampleRecord[] {
  return [
    ...programmeRecords(),
    ...partnerRecords(),
    record('meetingPlan', 'innovember', {
      eventId,
      startsAt: FIRST_MEETING,
      slotMinutes: MEETING_MINUTES,
      gapMinutes: GAP_MINUTES,
      slotCount: SLOT_COUNT,
      tableCount: 6,
      place: 'Espace des rendez-vous',
      maxPerBuyer: 6,
      maxPerCompany: 7,
    }),
    ...participantRecords(),
    ...wishRecords(),
  ];
}
