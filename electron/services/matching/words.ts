import { foldText } from '#sql/fold.ts';

const WORD = /[\p{L}\p{N}]+/gu;
const SHORTEST = 3;

/** Words that say nothing of what a text is about, folded. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `au aux avec car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme comment dans de
  des donc dont du elle elles en encore entre est et etc etre eux fait faire font hors ici il ils je jusque la le
  les leur leurs lors lui mais me meme memes mes moins mon ne ni nos notre nous on or ou par parce pas peu peut
  peuvent plus pour pouvoir quand que quel quelle quelles quels qui quoi sa sans se selon ses si sinon soit
  son sont sous sur sa ta te tel telle telles tels tes toi ton tous tout toute toutes tres tu un une vers via vos
  votre vous afin ainsi alors apres aussi autre autres avant besoin besoins bien cadre cas deja depuis doit
  doivent ensemble facon grand grande mettre mise mieux niveau nouveau nouvelle objet offre permet permettre
  petit petite place plusieurs point prendre proposer propose rendre sera service services solution solutions
  systeme type utiliser usage utilisation oeuvre an ans annee jour jours
  the and for with from into that this these those their our your are was were has have had not but can will
  which who what when where how all any both each more most other some such than too very`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Endings that turn a verb into a noun or back, the longest first. */
const ENDINGS = [
  'isation',
  'ement',
  'ation',
  'ition',
  'tion',
  'ment',
  'ion',
  'er',
  'ir',
  'ee',
  'e',
];
const STEM_LEAST = 4;

/**
 * The part of a folded French word that its forms share: plural, then the ending of a derived noun,
 * infinitive or participle, then a doubled last letter. After J. Savoy's light stemmer for French
 * (1999), with the nominal endings that matter between needs (« former ») and offers (« formation »).
 */
export function stemOf(word: string): string {
  let stem = word;
  if (stem.length >= 6 && stem.endsWith('aux')) stem = `${stem.slice(0, -2)}l`;
  else if (stem.length > SHORTEST && /[sx]$/.test(stem)) stem = stem.slice(0, -1);
  const ending = ENDINGS.find(
    (one) => stem.endsWith(one) && stem.length - one.length >= STEM_LEAST,
  );
  if (ending === 'isation') stem = `${stem.slice(0, -ending.length)}is`;
  else if (ending === 'tion') stem = stem.slice(0, -3);
  else if (ending !== undefined) stem = stem.slice(0, -ending.length);
  return stem.length > STEM_LEAST && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
}

/** The telling words of a text by their stem, each as the text first writes it. */
export function wordsOf(text: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const [written] of text.matchAll(WORD)) {
    const folded = foldText(written);
    if (folded.length < SHORTEST || STOP_WORDS.has(folded) || /^\d+$/.test(folded)) continue;
    const stem = stemOf(folded);
    if (!words.has(stem)) words.set(stem, isName(written) ? written : written.toLowerCase());
  }
  return words;
}

/** Acronyms stay as they are written: EHPAD, not ehpad. */
const isName = (word: string): boolean => word.length > 1 && word === word.toUpperCase();
