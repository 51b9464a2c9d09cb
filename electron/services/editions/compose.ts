import type { FactView } from '#contract/edition.views.ts';
import { AppError } from '#contract/errors.ts';
import { arrange, outlineOf } from '#documents/arrange.ts';
import type { Arrangement, OutlineEntry, OwnBlocks } from '#documents/arrange.ts';
import type { DocumentModel } from '#documents/model.ts';
import { richFlow } from '#documents/rich-blocks.ts';
import { parseRichText } from '#domain/rich-text.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { EditionWords } from './kinds.ts';
import { kindOf } from './kinds.ts';
import type { Edition } from './snapshots.ts';
import { keptData } from './snapshots.ts';
import { readTexts } from './texts.ts';

/** References to decisions and actions have no place in a report's own texts. */
const noRefs = { block: () => [], inline: () => [] };

function ownBlocks(edition: Edition): Map<string, OwnBlocks> {
  const blocks = new Map<string, OwnBlocks>();
  for (const { sectionKey, place, richText } of readTexts(edition)) {
    const own = blocks.get(sectionKey) ?? { before: [], after: [] };
    blocks.set(sectionKey, { ...own, [place]: richFlow(parseRichText(richText), noRefs) });
  }
  return blocks;
}

interface Parts {
  readonly model: DocumentModel;
  readonly arrangement: Arrangement;
}

/** Damaged or foreign data break the builder: that is told as what it is. */
function guarded<T>(edition: Edition, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new AppError('edition.noData', { title: edition.title }, { cause: error });
  }
}

function parts(db: ReadableDb, edition: Edition, words: EditionWords): Parts {
  const kind = kindOf(edition.kind);
  const { data } = keptData(db, edition);
  return guarded(edition, () => {
    const built = kind.build(data, words);
    const model = { ...built, meta: { ...built.meta, title: edition.title } };
    const subGroupParts = () => kind.subGroupParts(data, words);
    const { arrangement: sections } = edition;
    return { model, arrangement: { sections, texts: ownBlocks(edition), subGroupParts } };
  });
}

/** The document of an edition: from its own data, as its author arranged it. */
export function composeEdition(
  db: ReadableDb,
  edition: Edition,
  words: EditionWords,
  withSources: boolean,
): DocumentModel {
  const { model, arrangement } = parts(db, edition, words);
  const arranged = arrange(model, arrangement);
  return withSources ? arranged : { ...arranged, sources: [] };
}

export function editionOutline(
  db: ReadableDb,
  edition: Edition,
  words: EditionWords,
): OutlineEntry[] {
  const { model, arrangement } = parts(db, edition, words);
  return outlineOf(model, arrangement);
}

/** Whether each sub-group is told apart in it. */
const repeats = ({ arrangement }: Edition): boolean =>
  arrangement.some(({ isRepeated, isHidden }) => isRepeated && !isHidden);

/** What data state, as an edition of that kind and arrangement tells it. */
export function factsIn(edition: Edition, data: unknown, words: EditionWords): FactView[] {
  return guarded(edition, () => kindOf(edition.kind).facts(data, words, repeats(edition)));
}

export function editionFacts(db: ReadableDb, edition: Edition, words: EditionWords): FactView[] {
  return factsIn(edition, keptData(db, edition).data, words);
}
