import { foldText } from '#sql/fold.ts';

import { emitCloseKeys } from './close-keys.ts';
import { slipsBetween } from './close-name.ts';
import { editDistance } from './distance.ts';
import type { Evidence, Matcher } from './matcher.ts';
import { emailIn, namesakeDoubts, phoneIn, textIn, weigh } from './matcher.ts';
import type { NameForm } from './name-form.ts';
import { personForm, wordsOf } from './name-form.ts';
import { keyOf } from './postings.ts';

export interface PersonProfile {
  readonly id: string;
  readonly nameKey: number;
  readonly form: NameForm | null;
  readonly aliases: readonly NameForm[];
  /** Folded; one letter when only the initial is known. */
  readonly given: string | null;
  readonly family: string;
  readonly civility: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly organisationIds: readonly string[];
}

const Kind = {
  whole: 21, sorted: 22, slip: 23, word: 24, start: 25, end: 26, initial: 27, family: 28, email: 29,
  phone: 30,
} as const; // prettier-ignore

/** Beyond so many records under one key, the key tells nothing. */
const MOST = { exact: 60, contact: 12, initial: 25, family: 10 } as const;

/** Given name and family name as they stand, or the one written in the place of the other. */
function evidenceOfNames(a: PersonProfile, b: PersonProfile): Evidence | null {
  const [mine, other] = [a.form, b.form];
  if (mine === null || other === null) return null;
  if (a.given === null || b.given === null) {
    const isAlone = a.given === null && b.given === null;
    if (a.family === b.family) {
      return isAlone ? { reason: 'sameName', weight: 0.62 } : { reason: 'closeName', weight: 0.5 };
    }
    return mine.sorted === other.sorted ? { reason: 'sameNameFolded', weight: 0.8 } : null;
  }
  if (mine.plain === other.plain) return { reason: 'sameName', weight: 0.88 };
  if (mine.whole === other.whole) return { reason: 'sameNameFolded', weight: 0.87 };
  if (mine.sorted === other.sorted) return { reason: 'sameWords', weight: 0.85 };
  if (a.family === b.family && areInitials(a.given, b.given)) {
    return { reason: 'givenInitial', weight: 0.64 };
  }
  return areClose(a, b, mine, other) ? { reason: 'closeName', weight: 0.78 } : null;
}

/** « J. » and « Jean », « JP » and « Jean-Pierre ». */
function areInitials(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const letters = short.replaceAll(' ', '');
  const words = long.split(' ');
  if (letters.length > words.length || long.length <= 2) return false;
  return letters === words.map((word) => word.charAt(0)).join('') || letters === long.charAt(0);
}

/** One slip in one of the two names, the other being the same. */
function areClose(a: PersonProfile, b: PersonProfile, mine: NameForm, other: NameForm): boolean {
  const isFamilySame = a.family === b.family;
  const isGivenSame = a.given === b.given;
  if (!isFamilySame && !isGivenSame) return false;
  const [first, second] = isFamilySame ? [a.given, b.given] : [a.family, b.family];
  if (first === null || second === null) return false;
  const shorter = Math.min(first.length, second.length);
  if (shorter < (isFamilySame ? 4 : 5)) return false;
  return editDistance(first, second, 1) === 1 && slipsBetween(mine, other) !== null;
}

function isKnownAs(a: PersonProfile, b: PersonProfile): boolean {
  return a.aliases.some(
    ({ sorted }) => sorted === b.form?.sorted || b.aliases.some((other) => other.sorted === sorted),
  );
}

function doubtsBetween(a: PersonProfile, b: PersonProfile, areColleagues: boolean): number {
  let doubts = 1;
  if (a.civility !== null && b.civility !== null && a.civility !== b.civility) doubts *= 0.7;
  if (a.email !== null && b.email !== null && a.email !== b.email) doubts *= 0.92;
  const haveWork = a.organisationIds.length > 0 && b.organisationIds.length > 0;
  if (haveWork && !areColleagues) doubts *= 0.92;
  return doubts;
}

const SAME_NAME_AT_LEAST = 0.5;

/** Tells people from each other by name, contacts and organisations. */
export const personMatcher: Matcher<PersonProfile> = {
  profile: (id, values, { aliases, organisationIds }) => {
    const given = textIn(values, 'givenName');
    const family = textIn(values, 'familyName') ?? '';
    const form = personForm(given, family);
    return {
      id,
      nameKey: keyOf(Kind.whole, form?.whole ?? ''),
      form,
      aliases: aliases.flatMap((name) => personForm(null, name) ?? []),
      given: given === null ? null : wordsOf(given).join(' ') || null,
      family: foldText(family),
      civility: textIn(values, 'civility'),
      email: emailIn(values),
      phone: phoneIn(values),
      organisationIds,
    };
  },

  keys: ({ form, aliases, given, family, email, phone }, emit) => {
    if (form !== null) {
      emit(keyOf(Kind.whole, form.whole), MOST.exact);
      emit(keyOf(Kind.sorted, form.sorted), MOST.exact);
      if (given !== null) {
        emitCloseKeys(Kind, form, emit);
        emit(keyOf(Kind.initial, `${family}/${given.charAt(0)}`), MOST.initial);
      }
      emit(keyOf(Kind.family, family), MOST.family);
    }
    for (const { sorted } of aliases) emit(keyOf(Kind.sorted, sorted), MOST.exact);
    if (email !== null) emit(keyOf(Kind.email, email), MOST.contact);
    if (phone !== null) emit(keyOf(Kind.phone, phone), MOST.contact);
  },

  nameKey: ({ nameKey }) => nameKey,

  compare: (a, b, namesakes) => {
    const evidence: Evidence[] = [];
    const isSameEmail = a.email !== null && a.email === b.email;
    const byName =
      isKnownAs(a, b) || isKnownAs(b, a)
        ? ({ reason: 'alias', weight: 0.85 } as const)
        : evidenceOfNames(a, b);
    if (isSameEmail) {
      // An address shared by people of other names is that of an office.
      evidence.push({ reason: 'sameEmail', weight: byName === null ? 0.45 : 0.8 });
    }
    if (byName !== null) {
      const { reason, weight } = byName;
      evidence.push({ reason, weight: weight * namesakeDoubts(namesakes) });
    }
    if (a.phone !== null && a.phone === b.phone) {
      evidence.push({ reason: 'samePhone', weight: byName === null ? 0.25 : 0.45 });
    }
    const areColleagues = a.organisationIds.some((id) => b.organisationIds.includes(id));
    if (areColleagues && (byName?.weight ?? 0) >= SAME_NAME_AT_LEAST) {
      evidence.push({ reason: 'sameOrganisation', weight: 0.35 });
    }
    return weigh(evidence, doubtsBetween(a, b, areColleagues));
  },
};
