import { editDistance, foldWords, stem } from './fold.ts';
import type { ImportWords } from './words.ts';

/** What a header is held against. */
export interface HeaderNames {
  readonly key: string;
  /** Headings of the program's own lists. */
  readonly labels: readonly string[];
  readonly synonyms?: readonly string[];
}

export type HeaderMatch = 'exact' | 'synonym' | 'similar';

export interface HeaderScore {
  /** 0 to 1. */
  readonly score: number;
  readonly match: HeaderMatch;
}

interface Form {
  readonly folded: string;
  readonly tokens: readonly string[];
  readonly stemmed: string;
  readonly weight: number;
}

interface Known {
  readonly form: Form;
  readonly isLabel: boolean;
  /** Place in its list: what is named first is meant more. */
  readonly rank: number;
}

export interface HeaderScorer {
  /** Null when nothing says that the header names this key. */
  readonly score: (header: string, key: string) => HeaderScore | null;
}

const SCORES = { exact: 1, exactStem: 0.97, synonym: 0.9, synonymStem: 0.87 };
const RANK_COST = 0.001;
const MOST_RANK = 20;
/** A header that says less than the name has to share more of it. */
const LEAST_OVERLAP = { longer: 0.6, shorter: 0.75 };
/** The least that a header with a telling word of the key gets. */
const TELLING = 0.55;
const SHORTEST_PREFIX = 3;
const PART_WEIGHTS = { bare: 0.98, last: 0.85, other: 0.7 };

function formOf(text: string, weight: number, { fillers }: ImportWords): Form {
  const folded = foldWords(text);
  const all = folded.split(' ').filter((token) => token !== '');
  const telling = all.filter((token) => !fillers.has(token));
  const tokens = (telling.length > 0 ? telling : all).map(stem);
  return { folded, tokens, stemmed: tokens.join(' '), weight };
}

/** A header as it stands, without what is in brackets, and by the lines that it is joined of. */
function formsOf(raw: string, words: ImportWords): Form[] {
  // Programs head their columns `familyName`.
  const header = raw.includes(' ') ? raw : raw.replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ');
  const forms = [formOf(header, 1, words)];
  const bare = header.replace(/[([{][^)\]}]*[)\]}]/g, ' ');
  if (bare !== header && foldWords(bare) !== '') forms.push(formOf(bare, PART_WEIGHTS.bare, words));
  const parts = bare.split(/ \/ |\n/).filter((part) => foldWords(part) !== '');
  if (parts.length > 1) {
    for (const [at, part] of parts.entries()) {
      const weight = at === parts.length - 1 ? PART_WEIGHTS.last : PART_WEIGHTS.other;
      forms.push(formOf(part, weight, words));
    }
  }
  return forms.filter(({ folded }) => folded !== '');
}

/**
 * How well two words agree: the same, one the beginning of the other, or a slip of the keyboard. A
 * word that names something else is no slip: `siret` is not `siren`.
 */
function likeness(a: string, b: string, isWord: (token: string) => boolean): number {
  if (a === b) return 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= SHORTEST_PREFIX && long.startsWith(short)) return 0.9;
  if (short.length < 4 || a.charCodeAt(0) !== b.charCodeAt(0) || isWord(a)) return 0;
  const most = short.length >= 8 ? 2 : 1;
  return editDistance(a, b, most) <= most ? 0.85 : 0;
}

/** Share of the words that two headings have in common, from 0 to 1, each word counted once. */
function overlap(
  a: readonly string[],
  b: readonly string[],
  isWord: (token: string) => boolean,
): number {
  const free = [...b];
  let common = 0;
  for (const token of a) {
    let best = 0;
    let place = -1;
    for (const [at, other] of free.entries()) {
      const like = likeness(token, other, isWord);
      if (like > best) [best, place] = [like, at];
    }
    if (place >= 0) free.splice(place, 1);
    common += best;
  }
  return (2 * common) / (a.length + b.length);
}

/** Words that alone name one key only: they tell it even within a longer header. */
function tellingWords(known: ReadonlyMap<string, readonly Known[]>): Map<string, string | null> {
  const owners = new Map<string, string | null>();
  for (const [key, forms] of known) {
    for (const { form } of forms) {
      const [token, ...others] = form.tokens;
      if (token === undefined || others.length > 0) continue;
      const owner = owners.get(token);
      owners.set(token, owner === undefined || owner === key ? key : null);
    }
  }
  return owners;
}

function better(a: HeaderScore | null, b: HeaderScore | null): HeaderScore | null {
  if (a === null || b === null) return a ?? b;
  return b.score > a.score ? b : a;
}

function compare(
  form: Form,
  { form: name, isLabel, rank }: Known,
  isWord: (token: string) => boolean,
): HeaderScore | null {
  const cost = Math.min(rank, MOST_RANK) * RANK_COST;
  const match = isLabel ? 'exact' : 'synonym';
  if (form.folded === name.folded) {
    return { score: (isLabel ? SCORES.exact : SCORES.synonym) - cost, match };
  }
  if (form.stemmed === name.stemmed) {
    return { score: (isLabel ? SCORES.exactStem : SCORES.synonymStem) - cost, match };
  }
  const shared = overlap(form.tokens, name.tokens, isWord);
  const isShorter = form.tokens.length < name.tokens.length;
  if (shared < LEAST_OVERLAP[isShorter ? 'shorter' : 'longer']) return null;
  return { score: 0.45 + 0.35 * shared - cost, match: 'similar' };
}

/** Scores headers of one sheet against the columns of one register. */
export function headerScorer(names: readonly HeaderNames[], words: ImportWords): HeaderScorer {
  const known = new Map(
    names.map(({ key, labels, synonyms = [] }): [string, Known[]] => [
      key,
      [
        ...labels.map((label): Known => ({
          form: formOf(label, 1, words),
          isLabel: true,
          rank: 0,
        })),
        ...synonyms.map((synonym, rank): Known => ({
          form: formOf(synonym, 1, words),
          isLabel: false,
          rank,
        })),
      ].filter(({ form }) => form.folded !== ''),
    ]),
  );
  const owners = tellingWords(known);
  const isWord = (token: string): boolean => owners.has(token);
  const forms = new Map<string, Form[]>();

  return {
    score: (header, key) => {
      let own = forms.get(header);
      if (own === undefined) {
        own = formsOf(header, words);
        forms.set(header, own);
      }
      let best: HeaderScore | null = null;
      for (const form of own) {
        for (const name of known.get(key) ?? []) {
          const found = compare(form, name, isWord);
          if (found === null) continue;
          const isPart = form.weight < PART_WEIGHTS.bare;
          best = better(best, {
            score: found.score * form.weight,
            match: isPart && found.match !== 'similar' ? 'similar' : found.match,
          });
        }
        const telling = form.tokens.findIndex((token) => owners.get(token) === key);
        if (telling >= 0) {
          const score = (TELLING - 0.01 * Math.min(telling, 5)) * form.weight;
          best = better(best, { score, match: 'similar' });
        }
      }
      return best;
    },
  };
}
