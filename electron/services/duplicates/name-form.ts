import { foldText } from '#sql/fold.ts';

const LEGAL_FORMS = new Set([
  'sa', 'sas', 'sasu', 'sarl', 'eurl', 'snc', 'sci', 'scop', 'scic', 'selarl', 'selas', 'gie', 'gip',
  'epic', 'epa', 'asso', 'association', 'societe', 'ets', 'etablissements', 'inc', 'ltd', 'gmbh',
]); // prettier-ignore

const SMALL_WORDS = new Set([
  'a', 'au', 'aux', 'd', 'de', 'des', 'du', 'en', 'et', 'l', 'la', 'le', 'les', 'par', 'pour', 'sur',
  'and', 'of', 'the',
]); // prettier-ignore

/** « Ville de Lille », « Commune de Lille », « Mairie de Lille » are one. */
const TOWN_WORDS = new Set(['ville', 'commune', 'mairie', 'municipalite']);

/** Ways of saying the same body, the longer first. */
const SAME_BODIES: readonly (readonly [string, string])[] = [
  ['centre hospitalier regional universitaire', 'chru'],
  ['centre hospitalier universitaire', 'chu'],
  ['centre hospitalier', 'ch'],
  ['chambre de commerce et d industrie', 'cci'],
  ['chambre de metiers et de l artisanat', 'cma'],
  ['communaute d agglomeration', 'ca'],
  ['communaute de communes', 'cc'],
  ['communaute urbaine', 'cu'],
  ['conseil departemental', 'departement'],
  ['conseil general', 'departement'],
  ['conseil regional', 'region'],
];
const sameBodies = new Map(SAME_BODIES);
const SAME_BODY = new RegExp(
  `(?<![^ ])(?:${SAME_BODIES.map(([said]) => said).join('|')})(?![^ ])`,
  'g',
);
const SAINTS = new Map([
  ['saint', 'st'],
  ['sainte', 'ste'],
  ['saints', 'sts'],
]);

const UNUSUAL = /[^a-z0-9 ]/;
const DIGIT = /\d/;

export function isSmallWord(word: string): boolean {
  return SMALL_WORDS.has(word);
}

/** A name in the forms in which it is compared. */
export interface NameForm {
  /** In lower case with single spaces: what a person would call the same text. */
  readonly plain: string;
  /** Its letters and digits alone, without accents. */
  readonly letters: string;
  /** The same without the legal form, and with bodies called by one name. */
  readonly whole: string;
  /** The words that matter, without articles and prepositions. */
  readonly core: string;
  /** The same in alphabetical order. */
  readonly sorted: string;
}

/** Words of a text without accents and punctuation; `U.G.A.P.` is one word. */
export function wordsOf(text: string): string[] {
  let folded = foldText(text);
  if (UNUSUAL.test(folded)) {
    folded = folded
      .replaceAll('.', '')
      .replaceAll('&', ' et ')
      .replaceAll(/[^\p{L}\p{N} ]+/gu, ' ')
      .trim();
  }
  return folded === '' ? [] : folded.split(/ +/);
}

function isKept(word: string): boolean {
  return !LEGAL_FORMS.has(word);
}

function withoutTown(words: readonly string[]): readonly string[] {
  if (words.length < 2 || !TOWN_WORDS.has(words[0] ?? '')) return words;
  const rest = words.slice(words[1] === 'de' || words[1] === 'd' ? 2 : 1);
  return rest.length > 0 ? rest : words;
}

/** The forms of an organisation's name; null for a name without letters or digits. */
export function organisationForm(name: string): NameForm | null {
  const words = wordsOf(name);
  if (words.length === 0) return null;
  const kept = words.filter(isKept);
  const named = kept.length > 0 ? kept : words;
  const said = named
    .join(' ')
    .replaceAll(SAME_BODY, (body) => sameBodies.get(body) ?? body)
    .split(' ')
    .map((word) => SAINTS.get(word) ?? word);
  return formOf(name, words, withoutTown(said));
}

/** The forms of a person's name. */
export function personForm(given: string | null, family: string): NameForm | null {
  const name = given === null ? family : `${given} ${family}`;
  const words = wordsOf(name);
  return words.length === 0 ? null : formOf(name, words, words);
}

function formOf(name: string, words: readonly string[], compared: readonly string[]): NameForm {
  const significant = compared.filter((word) => !isSmallWord(word));
  const core = significant.length > 0 ? significant : compared;
  const inOrder = core.join(' ');
  return {
    plain: plainOf(name),
    letters: words.join(''),
    whole: compared.join(''),
    core: inOrder,
    sorted: core.length === 1 ? inOrder : core.toSorted().join(' '),
  };
}

const SPACES = /^\s|\s$|\s\s|[^\S ]/;

function plainOf(name: string): string {
  const lower = name.toLowerCase();
  return SPACES.test(lower) ? lower.trim().replaceAll(/\s+/g, ' ') : lower;
}

/** Words that hold digits: names that differ by a number are never slips of the pen. */
export function numbersIn({ core }: NameForm): string {
  if (!DIGIT.test(core)) return '';
  return core
    .split(' ')
    .filter((word) => DIGIT.test(word))
    .join(' ');
}
