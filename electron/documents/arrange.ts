import type { Block, DocumentModel, Inline, Section } from '#documents/model.ts';

/** What an author chose for one section. */
export interface Placed {
  readonly key: string;
  readonly isHidden: boolean;
  readonly isRepeated: boolean;
}

/** Blocks of an author before and after what is generated of a section. */
export interface OwnBlocks {
  readonly before: readonly Block[];
  readonly after: readonly Block[];
}

export interface Arrangement {
  /** In the author's order; a section that is not named keeps its place, and shows. */
  readonly sections: readonly Placed[];
  /** By the key of the section. */
  readonly texts: ReadonlyMap<string, OwnBlocks>;
  /** Parts that a repeated section is given, one for each sub-group. */
  readonly subGroupParts: () => readonly Section[];
}

/** A section as its author sees it among the others. */
export interface OutlineEntry {
  readonly key: string;
  readonly title: string;
  readonly depth: number;
  readonly parentKey: string | null;
  readonly isHidden: boolean;
  readonly isRepeatable: boolean;
  readonly isRepeated: boolean;
  readonly only: 'slides' | 'text' | null;
}

interface Keyed extends Omit<Section, 'sections'> {
  readonly key: string;
  readonly sections: readonly Keyed[];
}

/** Keys that no two sections share, also where a builder gave none. */
function keyed(sections: readonly Section[], prefix: string, taken: Set<string>): Keyed[] {
  return sections.map((section, index) => {
    const wanted = section.key ?? `${prefix}${index + 1}`;
    let key = wanted;
    for (let count = 2; taken.has(key); count += 1) key = `${wanted}~${count}`;
    taken.add(key);
    return { ...section, key, sections: keyed(section.sections, `${key}/`, taken) };
  });
}

function repeated(section: Keyed, { subGroupParts }: Arrangement, taken: Set<string>): Keyed {
  const parts = subGroupParts().map((part) => ({ ...part, key: `${section.key}/${part.key}` }));
  return { ...section, sections: [...section.sections, ...keyed(parts, `${section.key}/`, taken)] };
}

/** Named sections in the author's order; each other one stays behind the one it followed. */
function inOrder(sections: readonly Keyed[], places: ReadonlyMap<string, number>): Keyed[] {
  const leading: Keyed[] = [];
  const runs: { readonly place: number; readonly run: Keyed[] }[] = [];
  for (const section of sections) {
    const place = places.get(section.key);
    if (place === undefined) (runs.at(-1)?.run ?? leading).push(section);
    else runs.push({ place, run: [section] });
  }
  return [...leading, ...runs.toSorted((a, b) => a.place - b.place).flatMap(({ run }) => run)];
}

/** All sections with their keys, in the author's order, with the parts of those that are repeated. */
function placed(model: DocumentModel, arrangement: Arrangement): Keyed[] {
  const taken = new Set<string>();
  const places = new Map(arrangement.sections.map(({ key }, index) => [key, index]));
  const repeating = new Set(
    arrangement.sections.flatMap(({ key, isRepeated }) => (isRepeated ? [key] : [])),
  );
  const visit = (sections: readonly Keyed[]): Keyed[] =>
    inOrder(
      sections.map((section) => {
        const isRepeated = section.isRepeatable === true && repeating.has(section.key);
        const whole = isRepeated ? repeated(section, arrangement, taken) : section;
        return { ...whole, sections: visit(whole.sections) };
      }),
      places,
    );
  return visit(keyed(model.sections, '', taken));
}

/** A title as one line of words. */
const words = (content: readonly Inline[]): string =>
  content
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      if (inline.type === 'break') return ' ';
      if (inline.type === 'trace') return String(inline.value);
      return inline.type === 'note' ? '' : words(inline.content);
    })
    .join('');

/** Every section, hidden ones too, parents before their children. */
export function outlineOf(model: DocumentModel, arrangement: Arrangement): OutlineEntry[] {
  const chosen = new Map(arrangement.sections.map((one) => [one.key, one]));
  const visit = (
    sections: readonly Keyed[],
    depth: number,
    parentKey: string | null,
  ): OutlineEntry[] =>
    sections.flatMap(({ key, title, only, isRepeatable = false, sections: children }) => [
      {
        key,
        title: words(title),
        depth,
        parentKey,
        isHidden: chosen.get(key)?.isHidden ?? false,
        isRepeatable,
        isRepeated: isRepeatable && (chosen.get(key)?.isRepeated ?? false),
        only: only ?? null,
      },
      ...visit(children, depth + 1, key),
    ]);
  return visit(placed(model, arrangement), 1, null);
}

/** Ids of the sources that runs, blocks or sections refer to. */
function sourcesIn(value: unknown, found: Set<string>): Set<string> {
  if (Array.isArray(value)) for (const each of value) sourcesIn(each, found);
  else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    for (const [key, each] of Object.entries(value)) {
      if (key === 'source' && typeof each === 'string') found.add(each);
      else sourcesIn(each, found);
    }
  }
  return found;
}

/**
 * The document as its author arranged it: sections in their order, without the hidden ones, with the
 * parts of repeated ones and with the author's own texts. A source that only hidden sections use goes.
 */
export function arrange(model: DocumentModel, arrangement: Arrangement): DocumentModel {
  const hidden = new Set(
    arrangement.sections.flatMap(({ key, isHidden }) => (isHidden ? [key] : [])),
  );
  const visit = (sections: readonly Keyed[]): Keyed[] =>
    sections
      .filter(({ key }) => !hidden.has(key))
      .map((section) => {
        const own = arrangement.texts.get(section.key);
        const blocks =
          own === undefined ? section.blocks : [...own.before, ...section.blocks, ...own.after];
        return { ...section, blocks, sections: visit(section.sections) };
      });
  const sections = visit(placed(model, arrangement));
  const before = sourcesIn(model.sections, new Set());
  const after = sourcesIn(sections, new Set());
  const sources = model.sources.filter(({ id }) => after.has(id) || !before.has(id));
  return { ...model, sections, sources };
}
