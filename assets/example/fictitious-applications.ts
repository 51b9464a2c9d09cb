import { isValidSiren } from '#domain/siren.ts';

import { exampleId, type ExampleRecord, record } from '#example/builder.ts';
import { communes } from '#example/communes.ts';
import {
  companiesAfterMidYear,
  companiesByMidYear,
  type Fate,
  type FictitiousCompany,
  type Segment,
} from '#example/fictitious-companies.ts';

/** A response to the call with its company, as the other parts of the example refer to it. */
export interface FictitiousApplication {
  readonly key: string;
  readonly number: number;
  readonly company: string;
  readonly segment: Segment;
  readonly fate: Fate;
  readonly offer: string;
  readonly receivedOn: string;
}

const day = 86_400_000;

const dayAfter = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * day).toISOString().slice(0, 10);

/** Receptions are spread over the weeks up to mid-year, then over the summer. */
const receivedOn = (index: number): string =>
  index < companiesByMidYear.length
    ? dayAfter('2017-05-15', Math.floor((index * 46) / (companiesByMidYear.length - 1)))
    : dayAfter('2017-07-04', (index - companiesByMidYear.length) * 6);

const keyOf = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');

const companies: readonly FictitiousCompany[] = [...companiesByMidYear, ...companiesAfterMidYear];

/** The 90 responses in the order in which they came in. */
export const fictitiousApplications: readonly FictitiousApplication[] = companies.map(
  ([company, , segment, fate, offer], index) => ({
    key: keyOf(company),
    number: index + 1,
    company,
    segment,
    fate,
    offer,
    receivedOn: receivedOn(index),
  }),
);

/** A SIREN with a valid key in the range 000, which INSEE does not assign. */
export function fictitiousSiren(number: number): string {
  const stem = `000${String(number).padStart(5, '0')}`;
  const key = [...'0123456789'].find((digit) => isValidSiren(stem + digit));
  // Luhn gives exactly one key for any stem, so the fallback is never taken.
  return stem + (key ?? '0');
}

const notice =
  'Entrée fictive, créée pour l’exemple : les documents ne donnent que le nombre des réponses.';

const maturity = (fate: Fate, number: number) => {
  if (fate === 'notMarketed') return number % 2 === 0 ? 'idea' : 'prototype';
  return 'marketed';
};

/** Companies, their responses to the call and what they offer. */
export function applicationRecords(): ExampleRecord[] {
  return companies.flatMap(([name, commune, segment, fate, offer], index): ExampleRecord[] => {
    const one = fictitiousApplications[index];
    if (one === undefined) return [];
    const organisationId = exampleId('organisation', one.key);
    const applicationId = exampleId('application', one.key);
    const segmentId = exampleId('purchaseSegment', segment);
    return [
      record('organisation', one.key, {
        name,
        kind: 'company',
        siren: fictitiousSiren(one.number * 37),
        ...communes[commune],
        description: notice,
        isFictitious: true,
      }),
      record('organisationSegment', one.key, { organisationId, purchaseSegmentId: segmentId }),
      record('application', one.key, {
        callId: exampleId('callForInterest', 'ami'),
        organisationId,
        contactPersonId: fate === 'pitch' ? exampleId('person', `contact/${one.key}`) : null,
        number: one.number,
        title: offer,
        summary: `${name} propose : ${offer}. ${notice}`,
        receivedOn: one.receivedOn,
        maturity: maturity(fate, one.number),
        isFictitious: true,
      }),
      record('offer', one.key, {
        organisationId,
        applicationId,
        title: offer,
        description: notice,
        segmentId,
        isMarketed: fate !== 'notMarketed',
        isFictitious: true,
      }),
    ];
  });
}

/** Whether a company is at the event, with a pitch or a stand. */
export const isAtEvent = (fate: Fate): boolean =>
  fate === 'pitch' || fate === 'stand' || fate === 'calledUp';
