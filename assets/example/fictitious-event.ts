import {
  demoTimes,
  MEETING_MINUTES,
  meetingTime,
  PITCH_MINUTES,
  pitchTime,
} from '#example/event-day.ts';
import { exampleId, type ExampleRecord, record } from '#example/builder.ts';
import { fictitiousApplications, isAtEvent } from '#example/fictitious-applications.ts';

const eventId = exampleId('event', 'innovember');

/** Contacts of the nine companies that pitch: invented people, in the order of their passage. */
const contacts = [
  ['Aline', 'Démontier-Vasse'],
  ['Basile', 'Orquevaux'],
  ['Coralie', 'Lestrambe'],
  ['Damien', 'Vertecourt'],
  ['Élodie', 'Fauquembrun'],
  ['Firmin', 'Halloustier'],
  ['Garance', 'Morvillane'],
  ['Hippolyte', 'Sainterre'],
  ['Inès', 'Tavernoux'],
] as const;

const fictitious = 'Personne fictive, créée pour l’exemple.';

function contactRecords(): ExampleRecord[] {
  return fictitiousApplications
    .filter(({ fate }) => fate === 'pitch')
    .flatMap(({ key }, index): ExampleRecord[] => {
      const contact = contacts[index];
      if (contact === undefined) return [];
      const [givenName, familyName] = contact;
      const personKey = `contact/${key}`;
      return [
        record('person', personKey, {
          givenName,
          familyName,
          notes: fictitious,
          isFictitious: true,
        }),
        record('affiliation', personKey, {
          personId: exampleId('person', personKey),
          organisationId: exampleId('organisation', key),
          title: 'Direction',
          note: fictitious,
        }),
      ];
    });
}

export type NeedMatch = readonly [
  need: string,
  company: string,
  score: number,
  status: 'proposed' | 'accepted' | 'refused' | 'met',
  commonWords: string,
];

/** Needs of fictitious buyers and the offers that answer them, with the words that they share. */
export const matches: readonly NeedMatch[] = [
  ['e02', 'ostrevine-energie', 0.9, 'met', 'consommations, bâtiments'],
  ['e03', 'lusquidor', 0.9, 'met', 'numérisation, registres anciens'],
  ['e04', 'elevatix-acces', 0.85, 'met', 'accès, établissements'],
  ['e05', 'ascaluze-formation', 0.9, 'met', 'formation des acheteurs'],
  ['e06', 'ondelorme', 0.8, 'accepted', 'désinfection'],
  ['e07', 'apalutine', 0.6, 'refused', 'repas adaptés'],
  ['e08', 'fontevrel-services', 0.95, 'met', 'accueil, langue des signes'],
  ['e09', 'claristere', 0.95, 'met', 'facile à lire et à comprendre'],
  ['e10', 'respirelle', 0.85, 'accepted', 'qualité de l’air'],
  ['e11', 'ferrandoux-conseil', 0.85, 'proposed', 'coût complet'],
  ['e12', 'pierrelune-bois', 0.85, 'accepted', 'classe démontable'],
  ['e13', 'cybermance-nord', 0.8, 'proposed', 'sensibilisation des agents'],
  ['e14', 'soinvalle', 0.6, 'proposed', 'patients à distance'],
  ['e15', 'dialogance', 0.9, 'met', 'sourçage'],
  ['e17', 'vocalierre', 0.9, 'accepted', 'sous-titrage en direct'],
  ['c04', 'brevanel-numerique', 0.95, 'met', 'parapheur électronique, petites collectivités'],
  ['x01', 'orfeltine-sante', 0.95, 'met', 'circuit du médicament'],
  ['x02', 'lysombre-sante', 0.9, 'proposed', 'sorties d’hospitalisation'],
  ['x03', 'salvatige-habitat', 0.85, 'proposed', 'salle de bains adaptée'],
  ['x05', 'verlinoux-data', 0.8, 'proposed', 'visualisation, données'],
  ['x06', 'convergelle', 0.9, 'proposed', 'groupement d’achat'],
];

const matchRecords = (): ExampleRecord[] =>
  matches.flatMap(([need, company, score, status, words]): ExampleRecord[] => {
    const needId = exampleId('need', need);
    const offerId = exampleId('offer', company);
    const proposal = record('match', `${need}/${company}`, {
      needId,
      offerId,
      score,
      reason: `Même segment d’achat ; mots communs : ${words}.`,
      status,
      followedUpOn: status === 'proposed' ? null : '2017-12-15',
      outcome: status === 'refused' ? 'L’acheteur cherche une prestation de restauration.' : null,
    });
    if (status !== 'met') return [proposal];
    const place = meetingPlace(company);
    const meeting = record('b2bMeeting', `${need}/${company}`, {
      eventId,
      buyerId: exampleId('organisation', `need/${need}`),
      companyId: exampleId('organisation', company),
      needId,
      offerId,
      ...place,
      reason: proposal.values.reason ?? null,
      status: 'held',
      outcome: 'Rendez-vous fictif, créé pour l’exemple.',
    });
    return [proposal, meeting];
  });

/** Fictitious companies that met a buyer, in the order in which they were met. */
const metCompanies = matches.filter(([, , , status]) => status === 'met').map(([, one]) => one);

/** When and where a fictitious company met its buyer: at its stand, or at a table of its own. */
function meetingPlace(company: string) {
  const index = metCompanies.indexOf(company);
  const hasStand = fictitiousApplications.some(
    ({ key, fate }) => key === company && isAtEvent(fate) && fate !== 'pitch',
  );
  return {
    startsAt: meetingTime(index),
    durationMinutes: MEETING_MINUTES,
    standId: hasStand ? exampleId('stand', company) : null,
    tableNumber: hasStand ? null : (index % 6) + 1,
    place: hasStand ? null : 'Espace des rendez-vous',
  };
}

const demos = ['salvatige-habitat', 'vocalierre', 'pierrelune-bois'] as const;

const demoRecords = (): ExampleRecord[] =>
  fictitiousApplications
    .filter(({ key }) => demos.some((one) => one === key))
    .map(({ key, offer }, index) =>
      record('demo', key, {
        eventId,
        organisationId: exampleId('organisation', key),
        offerId: exampleId('offer', key),
        title: `Démonstration : ${offer}`,
        startsAt: demoTimes[index] ?? null,
        durationMinutes: 20,
        place: 'Espace de démonstration',
      }),
    );

/** Pitches, stands, demonstrations, matches and meetings of the fictitious companies at the event. */
export function fictitiousEventRecords(): ExampleRecord[] {
  const atEvent = fictitiousApplications.filter(({ fate }) => isAtEvent(fate));
  const pitches = atEvent.filter(({ fate }) => fate === 'pitch');
  const stands = atEvent.filter(({ fate }) => fate !== 'pitch');
  return [
    ...contactRecords(),
    ...pitches.map(({ key }, index) =>
      record('pitchSlot', key, {
        eventId,
        applicationId: exampleId('application', key),
        position: index + 1,
        startsAt: pitchTime(index),
        durationMinutes: PITCH_MINUTES,
      }),
    ),
    ...stands.map(({ key }, index) =>
      record('stand', key, {
        eventId,
        organisationId: exampleId('organisation', key),
        applicationId: exampleId('application', key),
        number: `S${String(index + 1).padStart(2, '0')}`,
        planRow: Math.floor(index / 6) + 1,
        planColumn: (index % 6) + 1,
      }),
    ),
    ...matchRecords(),
    ...demoRecords(),
  ];
}
