import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import { foldText } from '#sql/fold.ts';

/** Columns of a row that ties records together. */
export type LinkValues = Readonly<Record<string, unknown>>;

interface FoldRule {
  /** Columns that must be the same for two rows to say the same thing. */
  readonly same: readonly string[];
  /** One of them must be known: a guest without a name is nobody in particular. */
  readonly needs?: string;
  /** Rows of one key that speak of different times stay two. */
  readonly meet?: (a: LinkValues, b: LinkValues) => boolean;
  /** Values of the one row that stays, beyond filling its empty columns. */
  readonly join?: (kept: LinkValues, lost: LinkValues) => LinkValues;
}

function dateIn(values: LinkValues, field: string): string | null {
  const value = values[field];
  return typeof value === 'string' ? value : null;
}

interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

function periodOf(values: LinkValues): Period {
  return { from: dateIn(values, 'fromOn'), to: dateIn(values, 'toOn') };
}

function isUndated({ from, to }: Period): boolean {
  return from === null && to === null;
}

/**
 * True when two periods are one: the same, or overlapping, or one of them unknown. Where one side
 * knows an end that the other does not, they contradict each other and stay two.
 */
function periodsMeet(first: LinkValues, second: LinkValues): boolean {
  const [a, b] = [periodOf(first), periodOf(second)];
  if (isUndated(a) || isUndated(b)) return true;
  if ((a.from === null) !== (b.from === null) || (a.to === null) !== (b.to === null)) return false;
  const beginsInTime = a.from === null || b.to === null || a.from <= b.to;
  return beginsInTime && (b.from === null || a.to === null || b.from <= a.to);
}

function joinPeriods(kept: LinkValues, lost: LinkValues): LinkValues {
  const [a, b] = [periodOf(kept), periodOf(lost)];
  if (isUndated(a)) return { fromOn: b.from, toOn: b.to };
  if (isUndated(b)) return {};
  const from = a.from !== null && b.from !== null && b.from < a.from ? b.from : a.from;
  const to = a.to !== null && b.to !== null && b.to > a.to ? b.to : a.to;
  return { fromOn: from, toOn: to };
}

function consentsMeet(a: LinkValues, b: LinkValues): boolean {
  const outlasts = (one: LinkValues, other: LinkValues): boolean => {
    const withdrawn = dateIn(one, 'withdrawnOn');
    return withdrawn === null || withdrawn >= (dateIn(other, 'givenOn') ?? '');
  };
  return outlasts(a, b) && outlasts(b, a);
}

function latestOf(dates: readonly (string | null)[]): string | null {
  return dates.reduce((a, b) => (a !== null && b !== null && b > a ? b : (a ?? b)), null);
}

/** Consent holds only while both were given and neither was withdrawn. */
function joinConsents(kept: LinkValues, lost: LinkValues): LinkValues {
  const given = latestOf([dateIn(kept, 'givenOn'), dateIn(lost, 'givenOn')]);
  const withdrawals = [dateIn(kept, 'withdrawnOn'), dateIn(lost, 'withdrawnOn')];
  const withdrawn = withdrawals.filter((date) => date !== null).toSorted()[0] ?? null;
  return { givenOn: given, withdrawnOn: withdrawn };
}

/** From the least to the most telling. */
const ATTENDANCE = ['expected', 'absent', 'excused', 'represented', 'present'];

function joinAttendance(kept: LinkValues, lost: LinkValues): LinkValues {
  const rank = (values: LinkValues): number => ATTENDANCE.indexOf(String(values['status']));
  return rank(lost) > rank(kept) ? { status: lost['status'] } : {};
}

function joinRegistrations(kept: LinkValues, lost: LinkValues): LinkValues {
  return {
    hasAttended: kept['hasAttended'] === true || lost['hasAttended'] === true,
    headcount: Math.max(Number(kept['headcount']), Number(lost['headcount'])),
  };
}

/** Kinds of rows of which two that say the same are one. Whatever has a content of its own stays. */
const RULES: Partial<Record<EntityName, FoldRule>> = {
  affiliation: {
    same: ['personId', 'organisationId', 'title'],
    meet: periodsMeet,
    join: joinPeriods,
  },
  mandate: {
    same: ['personId', 'organisationId', 'workingGroupId', 'subGroupId', 'committeeId', 'role'],
    meet: periodsMeet,
    join: joinPeriods,
  },
  organisationSegment: { same: ['organisationId', 'purchaseSegmentId'] },
  activityPartner: { same: ['activityId', 'organisationId', 'role'] },
  surveyRecipient: { same: ['surveyId', 'organisationId'] },
  agreementParty: {
    same: ['agreementId', 'organisationId', 'role'],
    join: (kept, lost) => ({
      isSignatory: kept['isSignatory'] === true || lost['isSignatory'] === true,
    }),
  },
  attendance: { same: ['meetingId', 'personId'], needs: 'personId', join: joinAttendance },
  registration: {
    same: ['eventId', 'organisationId', 'personId', 'guestName'],
    join: joinRegistrations,
  },
  committeeSeat: { same: ['committeeId', 'organisationId', 'title'], needs: 'organisationId' },
  conflictOfInterest: { same: ['personId', 'applicationId', 'origin'] },
  recusal: { same: ['personId', 'applicationId', 'conflictId'] },
  citation: { same: ['recordId', 'sourceId', 'locator'] },
  alias: { same: ['recordId', 'name'] },
  attachment: { same: ['recordId', 'sha256'] },
  consent: {
    same: ['personId', 'organisationId', 'field', 'purpose'],
    meet: consentsMeet,
    join: joinConsents,
  },
};

/** Texts in which two rows may differ without saying different things: both are kept. */
const NOTES = new Set(['note', 'description']);

function isPlainNote(kind: EntityName, field: string): boolean {
  return NOTES.has(field) && entityOf(kind).fields[field]?.isRich !== true;
}

export function isFoldable(kind: EntityName): boolean {
  return RULES[kind] !== undefined;
}

/** The same for rows that may say the same; null for a row that is like no other. */
export function linkKeyOf(kind: EntityName, values: LinkValues): string | null {
  const rule = RULES[kind];
  if (rule === undefined) return null;
  if (rule.needs !== undefined && (values[rule.needs] ?? null) === null) return null;
  const parts = rule.same.map((field) => {
    const value = values[field] ?? null;
    return typeof value === 'string' ? foldText(value) : value;
  });
  return JSON.stringify(parts);
}

/** Whether two rows of one key also speak of the same time. */
export function sayTheSame(kind: EntityName, a: LinkValues, b: LinkValues): boolean {
  return RULES[kind]?.meet?.(a, b) ?? true;
}

/** The one row that stands for two: nothing that either of them knows is lost. */
export function foldedInto(kind: EntityName, kept: LinkValues, lost: LinkValues): LinkValues {
  const rule = RULES[kind];
  const filled: Record<string, unknown> = { ...kept };
  const period = new Set(['fromOn', 'toOn', 'withdrawnOn']);
  for (const [field, value] of Object.entries(lost)) {
    if (value === null || value === undefined || period.has(field) || field === 'deletedAt') {
      continue;
    }
    const mine = filled[field];
    if (mine === null || mine === undefined) filled[field] = value;
    else if (isPlainNote(kind, field) && typeof mine === 'string' && typeof value === 'string') {
      filled[field] = joinTexts(mine, value);
    }
  }
  return { ...filled, ...rule?.join?.(kept, lost) };
}

/** Both texts, one after the other; one of them when it says all that the other says. */
export function joinTexts(first: string, second: string): string {
  if (first.includes(second)) return first;
  return second.includes(first) ? second : `${first}\n\n${second}`;
}
