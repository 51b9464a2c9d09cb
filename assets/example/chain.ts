import { exampleId, type ExampleRecord, type Place, cite, record } from '#example/builder.ts';
import { places } from '#example/places.ts';

type ChainTable =
  | 'barrier'
  | 'lever'
  | 'remedy'
  | 'objective'
  | 'activity'
  | 'result'
  | 'measurement'
  | 'goodPractice';

type Link = readonly [from: ChainTable, fromKey: string, to: ChainTable, toKey: string];

/** Read from the sense of the words: the documents put both on the same page without joining them. */
const inferred: readonly Link[] = [
  ['barrier', 'buyer-support', 'lever', 'hierarchy'],
  ['barrier', 'buyer-mindset', 'lever', 'hierarchy'],
  ['barrier', 'buyer-unaware', 'lever', 'professional'],
  ['barrier', 'buyer-definition', 'lever', 'professional'],
  ['barrier', 'buyer-fear', 'lever', 'professional'],
  ['barrier', 'company-needs', 'lever', 'information'],
  ['barrier', 'company-administration', 'lever', 'information'],
  ['barrier', 'company-door', 'lever', 'communication'],
  ['barrier', 'company-disinterest', 'lever', 'communication'],
  ['barrier', 'company-process', 'lever', 'simplification'],
  ['barrier', 'company-means', 'lever', 'simplification'],
  ['lever', 'hierarchy', 'remedy', 'awareness'],
  ['lever', 'professional', 'remedy', 'professional'],
  ['lever', 'professional', 'remedy', 'guide'],
  ['lever', 'information', 'remedy', 'map'],
  ['lever', 'information', 'remedy', 'exchange'],
  ['lever', 'communication', 'remedy', 'yearly-meeting'],
  ['lever', 'simplification', 'remedy', 'hub'],
  ['remedy', 'awareness', 'objective', '2018-awareness'],
  ['remedy', 'yearly-meeting', 'objective', '2018-awareness'],
  ['remedy', 'guide', 'objective', '2018-tools'],
  ['remedy', 'map', 'objective', '2018-tools'],
  ['objective', '2017-restated-sciences-po', 'result', 'report'],
  ['objective', '2017-restated-plan', 'result', 'sub-groups'],
];

/** Stated by a document, with the place that states it. */
const stated: readonly (readonly [...Link, Place])[] = [
  ['objective', '2017-restated-inventory', 'result', 'report', places.resultReport],
  ['objective', '2017-census', 'goodPractice', 'pia', places.objectives],
  ['goodPractice', 'pia', 'measurement', 'pia-mid', places.objectives],
  ['objective', '2017-restated-state-ugap', 'activity', 'agreement', places.objectives2017],
  ['activity', 'agreement', 'activity', 'needs-census', places.activities],
  ['activity', 'agreement', 'activity', 'call', places.activities],
  ['objective', '2017-indicator-method', 'activity', 'needs-census', places.indicators],
  ['objective', '2017-indicator-method', 'activity', 'call', places.indicators],
  ['objective', '2017-indicator-meet', 'activity', 'innovember', places.indicators],
  ['activity', 'needs-census', 'measurement', 'needs-mid', places.activities],
  ['activity', 'needs-census', 'measurement', 'needs-end', places.indicators],
  ['activity', 'call', 'measurement', 'applications-mid', places.activities],
  ['activity', 'call', 'measurement', 'applications-end', places.indicators],
  ['activity', 'call', 'activity', 'innovember', places.prospects],
  ['activity', 'innovember', 'result', 'innovember', places.resultEvent],
  ['result', 'innovember', 'measurement', 'attendance', places.resultEvent],
  ['result', 'innovember', 'measurement', 'companies', places.resultEvent],
  ['result', 'sub-groups', 'measurement', 'sub-groups-end', places.resultSubGroups],
];

const linkKey = ([from, fromKey, to, toKey]: Link): string => `${from}/${fromKey}>${to}/${toKey}`;

const link = (ends: Link, note: string): ExampleRecord =>
  record('chainLink', linkKey(ends), {
    fromTable: ends[0],
    fromId: exampleId(ends[0], ends[1]),
    toTable: ends[2],
    toId: exampleId(ends[2], ends[3]),
    note,
  });

/** The chain from barriers to results; what the documents leave unlinked stays an orphan. */
export function chainRecords(): ExampleRecord[] {
  return [
    ...inferred.map((ends) =>
      link(ends, 'Rapprochement de bon sens : les documents ne l’énoncent pas tel quel.'),
    ),
    ...stated.flatMap(([from, fromKey, to, toKey, place]) => {
      const ends: Link = [from, fromKey, to, toKey];
      return [
        link(ends, 'Lien énoncé par le document cité.'),
        ...cite('chainLink', linkKey(ends), place),
      ];
    }),
  ];
}
