import { departementNames, regionNames } from '#domain/territory.ts';
import { foldText } from '#sql/fold.ts';

/** A present-day commune, as the official directory (INSEE, La Poste) knows it. */
export interface Commune {
  /** INSEE code, which is not the postal code. */
  readonly code: string;
  readonly name: string;
  readonly postalCodes: readonly string[];
  readonly departementCode: string;
  readonly departementName: string;
  readonly regionCode: string;
  readonly regionName: string;
  /** Inhabitants (municipal population), null where the directory does not say. */
  readonly population: number | null;
}

export interface FoundCommune extends Commune {
  /** The former commune or district by which it was found, null when it was by its own name. */
  readonly through: string | null;
}

/** One line of the directory's file; only what is used here. */
export interface CommuneLine {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly departement: string;
  readonly region: string;
  readonly codesPostaux?: readonly string[];
  readonly population?: number;
  readonly anciensCodes?: readonly string[];
  /** Present-day commune of a former one (`commune-deleguee`, `commune-associee`). */
  readonly chefLieu?: string;
  /** Present-day commune of a district (`arrondissement-municipal`). */
  readonly commune?: string;
}

interface Entry {
  /** Folded name between spaces, so that each word begins after one. */
  readonly key: string;
  readonly commune: Commune;
  readonly through: string | null;
  readonly postalCodes: readonly string[];
}

/** Lines handled before other work gets its turn: a few thousandths of a second. */
const LINES_AT_A_TIME = 1500;
const CURRENT = 'commune-actuelle';
const SHORT_FORMS: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte' };

const hasName = (code: string): code is keyof typeof regionNames =>
  Object.hasOwn(regionNames, code);

/** Words of a name as they are compared: « St-Omer » and « Saint Omer » are the same. */
function wordsOf(text: string): string[] {
  const folded = foldText(text);
  const plain = /[^a-z0-9 ]/.test(folded) ? folded.replaceAll(/[^\p{L}\p{N}]+/gu, ' ') : folded;
  return plain
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => SHORT_FORMS[word] ?? word);
}

const keyOf = (text: string): string => ` ${wordsOf(text).join(' ')} `;

interface Typed {
  readonly words: readonly string[];
  /** Postal codes or the beginning of one, as typed among the words. */
  readonly numbers: readonly string[];
}

function parseTyped(text: string): Typed {
  const plain = text.replaceAll(/\bcedex\b\s*\d{0,2}/giu, ' ');
  const parts = wordsOf(plain);
  const isNumber = (part: string): boolean => /^(\d{2,5}|2[ab]\d{0,3})$/.test(part);
  return {
    words: parts.filter((part) => !isNumber(part) && !/^\d$/.test(part)),
    numbers: parts.filter(isNumber).map((part) => part.toUpperCase()),
  };
}

/** Départements whose postal codes begin so; Corsica's « 20 » covers two of them. */
function isInDepartement(commune: Commune, postalCode: string): boolean {
  const start = postalCode.slice(0, /^9[78]/.test(postalCode) ? 3 : 2);
  if (start === '20') return commune.departementCode.startsWith('2');
  return commune.departementCode === start;
}

/** The directory of communes in memory: a few thousandths of a second for any question. */
export class CommuneIndex {
  readonly #entries: readonly Entry[];
  readonly #byCode: ReadonlyMap<string, Commune>;

  private constructor(entries: readonly Entry[], byCode: ReadonlyMap<string, Commune>) {
    this.#entries = entries;
    this.#byCode = byCode;
  }

  /** Builds the directory piece by piece; `pause` lets other work have its turn in between. */
  static async build(
    lines: readonly CommuneLine[],
    pause: () => Promise<void>,
  ): Promise<CommuneIndex> {
    const byCode = new Map<string, Commune>();
    const entries: Entry[] = [];
    const later: CommuneLine[] = [];
    for (const [at, line] of lines.entries()) {
      if (at % LINES_AT_A_TIME === 0) await pause();
      if (line.type !== CURRENT) {
        later.push(line);
        continue;
      }
      const commune = communeOf(line);
      byCode.set(line.code, commune);
      entries.push({
        key: keyOf(line.nom),
        commune,
        through: null,
        postalCodes: commune.postalCodes,
      });
    }
    const current = new Map(byCode);
    for (const [at, line] of later.entries()) {
      if (at % LINES_AT_A_TIME === 0) await pause();
      const commune = current.get(line.chefLieu ?? line.commune ?? '');
      if (commune === undefined) continue;
      if (!byCode.has(line.code)) byCode.set(line.code, commune);
      const key = keyOf(line.nom);
      if (key === keyOf(commune.name)) continue;
      const postalCodes = line.codesPostaux ?? commune.postalCodes;
      entries.push({ key, commune, through: line.nom, postalCodes });
    }
    for (const { code, anciensCodes } of lines) {
      const commune = anciensCodes === undefined ? undefined : current.get(code);
      if (commune === undefined) continue;
      for (const former of anciensCodes ?? []) {
        if (!byCode.has(former)) byCode.set(former, commune);
      }
    }
    return new CommuneIndex(entries, byCode);
  }

  /** The present-day commune of an INSEE code, also of a former commune's or a district's. */
  get(code: string): Commune | null {
    return this.#byCode.get(code.toUpperCase()) ?? null;
  }

  /**
   * Communes by the beginnings of their words, by postal code or by INSEE code, or by several of these
   * (« 59000 Lille »). Whole names come first, then names that begin so, the most populous first.
   */
  find(text: string, limit: number): FoundCommune[] {
    const { words, numbers } = parseTyped(text);
    if (words.length === 0 && numbers.length === 0) return [];
    const named = words.length === 0 ? this.#entries : this.#named(words);
    const name = ` ${words.join(' ')} `;
    const places = named.map((entry) => ({ entry, place: placeRank(entry, numbers) }));
    const isPlaced = places.some(({ place }) => place === 0);
    // With words, a number that fits none of them does not hide what the words say.
    const ranked = places
      .filter(({ place }) => place === 0 || (!isPlaced && words.length > 0))
      .map(({ entry, place }) => ({ entry, place, rank: nameRank(entry, name) }))
      .toSorted(
        (a, b) =>
          a.place - b.place ||
          a.rank - b.rank ||
          (b.entry.commune.population ?? 0) - (a.entry.commune.population ?? 0) ||
          (a.entry.key < b.entry.key ? -1 : 1),
      );
    const insee = words.length === 0 ? this.get(numbers[0] ?? '') : null;
    const results = new Map<string, FoundCommune>();
    for (const { entry } of ranked) {
      const { commune, through, postalCodes } = entry;
      if (results.size >= limit) break;
      if (!results.has(commune.code))
        results.set(commune.code, { ...commune, through, postalCodes });
    }
    if (insee !== null && !results.has(insee.code)) {
      results.set(insee.code, { ...insee, through: null });
    }
    return [...results.values()].slice(0, limit);
  }

  /**
   * The one commune that a name and a postal code as found in a spreadsheet mean, null when it is not
   * certain: namesakes without a postal code that tells them apart, or a code of another département.
   */
  resolve(name: string, postalCode: string | null): Commune | null {
    const { words, numbers } = parseTyped(name);
    const key = ` ${words.join(' ')} `;
    const same = this.#entries.filter((entry) => entry.key === key);
    const code = postalCode?.replaceAll(/\s/g, '') ?? numbers[0] ?? '';
    const byPost = same.filter((entry) => entry.postalCodes.includes(code));
    const byPlace = same.filter((entry) => isInDepartement(entry.commune, code));
    const fitting = byPost.length > 0 ? byPost : code === '' ? same : byPlace;
    const own = fitting.filter((entry) => entry.through === null);
    const codes = new Set((own.length > 0 ? own : fitting).map(({ commune }) => commune.code));
    const [only] = codes;
    return codes.size === 1 && only !== undefined ? this.get(only) : null;
  }

  #named(words: readonly string[]): Entry[] {
    const starts = words.map((word) => ` ${word}`);
    return this.#entries.filter(({ key }) => starts.every((start) => key.includes(start)));
  }
}

/** 0: has such postal codes, 1: lies in the département of one (« 59033 Lille Cedex »), 2: neither. */
function placeRank({ commune, postalCodes }: Entry, numbers: readonly string[]): number {
  const ranks = numbers.map((number) => {
    const isHere =
      commune.departementCode === number || postalCodes.some((code) => code.startsWith(number));
    if (isHere) return 0;
    return number.length === 5 && isInDepartement(commune, number) ? 1 : 2;
  });
  return Math.max(0, ...ranks);
}

/** 0: that very name, 2: begins with it, 4: holds its words; former names come after present ones. */
function nameRank({ key, through }: Entry, name: string): number {
  const rank = key === name ? 0 : key.startsWith(name.trimEnd()) ? 2 : 4;
  return through === null ? rank : rank + 1;
}

function communeOf(line: CommuneLine): Commune {
  const { code, nom, departement, region } = line;
  return {
    code,
    name: nom,
    postalCodes: line.codesPostaux ?? [],
    departementCode: departement,
    departementName: departementNames[departement] ?? departement,
    regionCode: region,
    regionName: hasName(region) ? regionNames[region] : region,
    population: line.population ?? null,
  };
}
