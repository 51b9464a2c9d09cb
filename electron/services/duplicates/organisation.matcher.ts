import { foldText } from '#sql/fold.ts';

import { emitCloseKeys } from './close-keys.ts';
import { slipsBetween } from './close-name.ts';
import { isAcronymOf } from './distance.ts';
import type { Evidence, Matcher } from './matcher.ts';
import {
  digitsIn,
  emailIn,
  MANY_NAMESAKES,
  namesakeDoubts,
  phoneIn,
  textIn,
  websiteIn,
  weigh,
} from './matcher.ts';
import type { NameForm } from './name-form.ts';
import { isSmallWord, organisationForm, wordsOf } from './name-form.ts';
import { keyOf } from './postings.ts';

export interface OrganisationProfile {
  readonly id: string;
  readonly name: string;
  readonly nameKey: number;
  /** The name, then its other spellings. */
  readonly forms: readonly NameForm[];
  readonly acronym: string | null;
  /** A name that is itself an acronym. */
  readonly shortName: string | null;
  readonly kind: string | null;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly place: string | null;
  readonly parentId: string | null;
}

const Kind = {
  whole: 1, sorted: 2, slip: 3, word: 4, start: 5, end: 6, acronym: 7, siren: 8, siret: 9,
  email: 10, phone: 11, website: 12,
} as const; // prettier-ignore

/** Beyond so many records under one key, the key tells nothing. */
const MOST = { exact: 60, contact: 12, acronym: 12 } as const;

const CAPITALS = /^[\p{Lu}\d.&-]+$/u;
const SHORTEST_ACRONYM = 3;
const LONGEST_ACRONYM = 10;
/** Of so many letters an acronym is recognised even when it is not written in capitals. */
const UNMISTAKABLE_ACRONYM = 5;

function acronymOf(text: string | null): string | null {
  if (text === null) return null;
  const letters = foldText(text).replaceAll(/[^a-z0-9]/g, '');
  const fits = letters.length >= SHORTEST_ACRONYM && letters.length <= LONGEST_ACRONYM;
  return fits ? letters : null;
}

function shortNameOf(name: string): string | null {
  const isOneWord = !/\s/.test(name);
  const letters = isOneWord ? acronymOf(name) : null;
  if (letters === null) return null;
  return CAPITALS.test(name) || letters.length >= UNMISTAKABLE_ACRONYM ? letters : null;
}

function initialsOf(name: string): string | null {
  let initials = '';
  for (const word of wordsOf(name)) if (!isSmallWord(word)) initials += word.charAt(0);
  const fits = initials.length >= SHORTEST_ACRONYM && initials.length <= LONGEST_ACRONYM;
  return fits ? initials : null;
}

function formsOf(names: readonly string[]): NameForm[] {
  const forms = new Map<string, NameForm>();
  for (const name of names) {
    const form = organisationForm(name);
    if (form !== null && !forms.has(form.plain)) forms.set(form.plain, form);
  }
  return [...forms.values()];
}

/** How sure a name makes it that two organisations are one, in the best of their spellings. */
function evidenceOfNames(a: OrganisationProfile, b: OrganisationProfile): Evidence | null {
  let best: Evidence | null = null;
  for (const [i, mine] of a.forms.entries()) {
    for (const [j, other] of b.forms.entries()) {
      const found = evidenceOfForms(mine, other);
      if (found === null) continue;
      const evidence: Evidence =
        i + j > 0 ? { reason: 'alias', weight: found.weight - ALIAS_LESS } : found;
      if (best === null || evidence.weight > best.weight) best = evidence;
    }
  }
  const acronym = evidenceOfAcronyms(a, b);
  return acronym !== null && acronym.weight > (best?.weight ?? 0) ? acronym : best;
}

const ALIAS_LESS = 0.02;

function evidenceOfForms(a: NameForm, b: NameForm): Evidence | null {
  if (a.plain === b.plain) return { reason: 'sameName', weight: 0.94 };
  if (a.whole === b.whole || a.core === b.core || a.letters === b.letters) {
    return { reason: 'sameNameFolded', weight: 0.92 };
  }
  if (a.sorted === b.sorted) return { reason: 'sameWords', weight: 0.84 };
  const slips = slipsBetween(a, b);
  if (slips === null) return null;
  const length = Math.min(a.whole.length, b.whole.length);
  const isShort = length < 8;
  const weight = isShort ? 0.64 : slips === 1 ? 0.82 : slips === 2 ? 0.74 : 0.66;
  return { reason: 'closeName', weight };
}

function evidenceOfAcronyms(a: OrganisationProfile, b: OrganisationProfile): Evidence | null {
  const names = Math.max(shortForLong(a, b), shortForLong(b, a));
  if (names > 0) return { reason: 'acronym', weight: names };
  const areBothDeclared = a.acronym !== null && a.acronym === b.acronym;
  return areBothDeclared ? { reason: 'acronym', weight: 0.4 } : null;
}

/** One goes by an acronym that the other declares, or that the other's name spells out. */
function shortForLong(short: OrganisationProfile, long: OrganisationProfile): number {
  if (short.shortName !== null && short.shortName === long.acronym) return 0.84;
  const acronym = short.shortName ?? short.acronym;
  if (acronym === null) return 0;
  const words = wordsOf(long.name);
  if (words.length < SHORTEST_ACRONYM || !isAcronymOf(acronym, words, isSmallWord)) return 0;
  // Three letters spell out too many names to be believed alone.
  const isTelling = acronym.length > SHORTEST_ACRONYM;
  if (short.shortName !== null) return isTelling ? 0.76 : 0.5;
  return isTelling && long.acronym === null ? 0.5 : 0;
}

function doubtsBetween(
  a: OrganisationProfile,
  b: OrganisationProfile,
  isFarApart: boolean,
): number {
  let doubts = 1;
  if (a.siren !== null && b.siren !== null && a.siren !== b.siren) doubts *= 0.55;
  else if (a.siret !== null && b.siret !== null && a.siret !== b.siret) doubts *= 0.85;
  if (a.parentId === b.id || b.parentId === a.id) doubts *= 0.6;
  if (isFarApart) doubts *= 0.72;
  if (a.kind !== null && b.kind !== null && a.kind !== b.kind) doubts *= 0.98;
  return doubts;
}

function sirenWeight(a: OrganisationProfile, b: OrganisationProfile): number {
  const areUnits =
    a.parentId === b.id ||
    b.parentId === a.id ||
    (a.parentId !== null && a.parentId === b.parentId);
  const haveOtherSirets = a.siret !== null && b.siret !== null && a.siret !== b.siret;
  return areUnits || haveOtherSirets ? 0.3 : 0.8;
}

/** Tells organisations from each other by name, acronym, numbers, contacts and place. */
export const organisationMatcher: Matcher<OrganisationProfile> = {
  profile: (id, values, { aliases }) => {
    const name = textIn(values, 'name') ?? '';
    const siret = digitsIn(values, 'siret');
    const forms = formsOf([name, ...aliases]);
    return {
      id,
      name,
      nameKey: keyOf(Kind.whole, forms[0]?.whole ?? ''),
      forms,
      acronym: acronymOf(textIn(values, 'acronym')),
      shortName: shortNameOf(name),
      kind: textIn(values, 'kind'),
      siren: digitsIn(values, 'siren') ?? siret?.slice(0, 9) ?? null,
      siret,
      email: emailIn(values),
      phone: phoneIn(values),
      website: websiteIn(values),
      place: foldText(textIn(values, 'communeName') ?? '') || textIn(values, 'postalCode'),
      parentId: textIn(values, 'parentId'),
    };
  },

  keys: (profile, emit) => {
    for (const form of profile.forms) {
      emit(keyOf(Kind.whole, form.whole), MOST.exact);
      if (form.letters !== form.whole) emit(keyOf(Kind.whole, form.letters), MOST.exact);
      if (form.core !== form.whole) emit(keyOf(Kind.sorted, form.sorted), MOST.exact);
      emitCloseKeys(Kind, form, emit);
    }
    const { siren, siret, email, phone, website, acronym, shortName } = profile;
    if (siren !== null) emit(keyOf(Kind.siren, siren), MOST.contact);
    if (siret !== null) emit(keyOf(Kind.siret, siret), MOST.contact);
    if (email !== null) emit(keyOf(Kind.email, email), MOST.contact);
    if (phone !== null) emit(keyOf(Kind.phone, phone), MOST.contact);
    if (website !== null) emit(keyOf(Kind.website, website), MOST.contact);
    const initials = initialsOf(profile.name);
    if (initials !== null) emit(keyOf(Kind.acronym, initials), MOST.acronym);
    if (acronym !== null) emitAcronym(acronym, emit);
    if (shortName !== null && shortName !== acronym) emitAcronym(shortName, emit);
  },

  nameKey: ({ nameKey }) => nameKey,

  compare: (a, b, namesakes) => {
    const evidence: Evidence[] = [];
    if (a.siret !== null && a.siret === b.siret) {
      evidence.push({ reason: 'sameSiret', weight: 0.92 });
    } else if (a.siren !== null && a.siren === b.siren) {
      evidence.push({ reason: 'sameSiren', weight: sirenWeight(a, b) });
    }
    if (a.email !== null && a.email === b.email) {
      evidence.push({ reason: 'sameEmail', weight: 0.45 });
    }
    const byName = evidenceOfNames(a, b);
    if (byName !== null) {
      const { reason, weight } = byName;
      evidence.push({ reason, weight: weight * namesakeDoubts(namesakes) });
    }
    if (a.phone !== null && a.phone === b.phone) {
      evidence.push({ reason: 'samePhone', weight: 0.35 });
    }
    if (a.website !== null && a.website === b.website) {
      evidence.push({ reason: 'sameWebsite', weight: 0.3 });
    }
    const arePlaced = a.place !== null && b.place !== null;
    const isSamePlace = arePlaced && a.place === b.place;
    if (byName !== null && isSamePlace && namesakes <= MANY_NAMESAKES) {
      evidence.push({ reason: 'samePlace', weight: 0.12 });
    }
    return weigh(evidence, doubtsBetween(a, b, arePlaced && !isSamePlace));
  },
};

/** A letter taken from a small word, or a second one from a long word, is left out on trial. */
function emitAcronym(letters: string, emit: (key: number, most: number) => void): void {
  emit(keyOf(Kind.acronym, letters), MOST.acronym);
  if (letters.length <= SHORTEST_ACRONYM) return;
  for (let at = 1; at < letters.length; at += 1) {
    const fewer = letters.slice(0, at) + letters.slice(at + 1);
    emit(keyOf(Kind.acronym, fewer), MOST.acronym);
  }
}
