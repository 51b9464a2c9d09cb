import { plainText } from './clean-text.ts';
import { foldWords } from './fold.ts';
import type { ImportWords } from './words.ts';

export interface FullName {
  readonly civility: 'madam' | 'sir' | null;
  /** A title that is no civility, as typed: `Dr`, `Me`, `Pr`. */
  readonly honorific: string | null;
  readonly givenName: string | null;
  readonly familyName: string;
}

export type NameOrder = 'givenFirst' | 'familyFirst';

/** Small words that belong to the name after them. */
const PARTICLES = new Set(
  'de du des d la le les von van der den zu zur di da dos das della del ter ten st saint'.split(
    ' ',
  ),
);
/** The same, except where a name starts with them: there they are given names too. */
const INNER_PARTICLES = new Set('el al ben bin ibn abou ait ould bel'.split(' '));
const APOSTROPHE_PARTICLE = /^[dDlLO]['’]$/;
const INITIALS = /^(?:\p{Lu}\.?-?)+\.$|^\p{Lu}$/u;

interface Titles {
  readonly civility: FullName['civility'];
  readonly honorific: string | null;
  readonly rest: readonly string[];
}

/** Civilities and titles before or behind the names; the last word is never taken for one. */
function withoutTitles(tokens: readonly string[], words: ImportWords): Titles {
  let civility: FullName['civility'] = null;
  let isCouple = false;
  const honorifics: string[] = [];
  let rest = tokens;
  const take = (token: string): boolean => {
    const folded = foldWords(token);
    // A bare capital is the initial of a name, unless it is written as the civility M.
    const isInitial = token.length === 1 && token !== 'M';
    const found = isInitial ? undefined : words.civilities.get(folded);
    if (found !== undefined) civility ??= found;
    else if (words.honorifics.has(folded)) honorifics.push(token);
    else return false;
    return true;
  };
  while (rest.length > 1 && take(rest[0] ?? '')) {
    rest = rest.slice(1);
    if (rest.length > 2 && words.ands.has(foldWords(rest[0] ?? ''))) {
      const isNext = words.civilities.has(foldWords(rest[1] ?? ''));
      if (isNext) [rest, isCouple] = [rest.slice(1), true];
    }
    const isOffice = /^(?:le|la|l['’])$/i.test(rest[0] ?? '') && rest.length > 2;
    if (isOffice && words.honorifics.has(foldWords(rest[1] ?? ''))) rest = rest.slice(1);
  }
  const last = rest.at(-1) ?? '';
  if (
    rest.length > 2 &&
    /^\(.*\)$|\.$|^Mme$|^Mlle$/i.test(last) &&
    take(last.replace(/[()]/g, ''))
  ) {
    rest = rest.slice(0, -1);
  }
  return {
    civility: isCouple ? null : civility,
    honorific: honorifics.join(' ') || null,
    rest,
  };
}

function isUpper(token: string): boolean {
  const letters = token.replace(/[^\p{L}]/gu, '');
  const isCased = letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  return isCased && letters.length > 1 && !INITIALS.test(token);
}

const isParticle = (token: string): boolean =>
  PARTICLES.has(foldWords(token)) || APOSTROPHE_PARTICLE.test(token);

const hasParticle = (token: string): boolean => /^d['’]\p{L}/iu.test(token);

/** From where to where the family name reaches. */
type Span = readonly [from: number, to: number];

/** Capitals among small letters mark the family name, with the particles before it. */
function capitals(tokens: readonly string[]): Span | null {
  const first = tokens.findIndex(isUpper);
  if (first < 0) return null;
  let from = first;
  let to = first + 1;
  while (to < tokens.length && isUpper(tokens[to] ?? '')) to += 1;
  while (from > 0 && isParticle(tokens[from - 1] ?? '')) from -= 1;
  return tokens.slice(from, to).length === tokens.length ? null : [from, to];
}

/** A particle before a name, at the start of a name written family first or after the given name. */
function particles(tokens: readonly string[]): Span | null {
  let at = 0;
  while (at < tokens.length - 1 && isParticle(tokens[at] ?? '')) at += 1;
  if (at > 0 || hasParticle(tokens[0] ?? '')) return [0, at + 1];
  const inner = tokens.findIndex(
    (token, index) =>
      index > 0 &&
      index < tokens.length - (hasParticle(token) ? 0 : 1) &&
      (isParticle(token) || hasParticle(token) || INNER_PARTICLES.has(foldWords(token))),
  );
  return inner > 0 ? [inner, tokens.length] : null;
}

function familySpan(tokens: readonly string[], order: NameOrder | undefined): Span {
  const marked = capitals(tokens) ?? (order === 'familyFirst' ? null : particles(tokens));
  if (marked !== null) return marked;
  if (order === 'familyFirst') {
    const lead = particles(tokens);
    return lead !== null && lead[0] === 0 ? lead : [0, 1];
  }
  return [tokens.length - 1, tokens.length];
}

/**
 * The parts of a name typed in one cell. Words in capitals, a comma and particles tell the family
 * name; without them the order of the column decides, and without that the last word is it.
 */
export function splitFullName(text: string, words: ImportWords, order?: NameOrder): FullName {
  const clean = plainText(text);
  const comma = /^([^,]+),\s*([^,]+)$/.exec(clean);
  if (comma !== null) {
    const before = withoutTitles((comma[1] ?? '').trim().split(' '), words);
    const after = withoutTitles([...(comma[2] ?? '').trim().split(' '), ''], words);
    const given = after.rest.filter((token) => token !== '').join(' ');
    return {
      civility: before.civility ?? after.civility,
      honorific: before.honorific ?? after.honorific,
      givenName: given === '' ? null : given,
      familyName: before.rest.join(' '),
    };
  }
  const spaced = clean.replace(/(?<=^|\s)(M|Mme|Mlle|Dr|Pr|Me)\.(?=\S)/g, '$1. ');
  const { civility, honorific, rest } = withoutTitles(spaced.split(' '), words);
  if (rest.length < 2) return { civility, honorific, givenName: null, familyName: rest.join(' ') };
  const [from, to] = familySpan(rest, order);
  const given = [...rest.slice(0, from), ...rest.slice(to)].join(' ');
  return {
    civility,
    honorific,
    givenName: given === '' ? null : given,
    familyName: rest.slice(from, to).join(' '),
  };
}

/** The order of a column of full names, when its header says it: « Nom et prénom ». */
export function nameOrderOf(header: string, words: ImportWords): NameOrder | null {
  const tokens = foldWords(header).split(' ');
  const pairs = tokens.map((token, at) => `${token} ${tokens[at + 1] ?? ''}`.trim());
  const given = tokens.findIndex(
    (token, at) => words.givenNames.has(pairs[at] ?? '') || words.givenNames.has(token),
  );
  const family = tokens.findIndex(
    (token, at) =>
      !words.givenNames.has(pairs[at] ?? '') &&
      (words.familyNames.has(pairs[at] ?? '') || words.familyNames.has(token)) &&
      !(at > 0 && words.givenNames.has(pairs[at - 1] ?? '')),
  );
  if (given < 0 || family < 0) return null;
  return family < given ? 'familyFirst' : 'givenFirst';
}
