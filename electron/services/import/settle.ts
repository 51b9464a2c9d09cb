import type { ImportSpec } from '#contract/import.channels.ts';
import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import type { CellConverter } from '#interop/convert/convert-cell.ts';
import { newId } from '#journal/new-id.ts';
import type { DuplicateFinder } from '#services/duplicates/finder.ts';
import { checkedValues, labelOf } from '#sql/codec.ts';
import { DataError } from '#sql/errors.ts';

import { importDefinitions } from './definitions.ts';
import type { Defaults } from './defaults.ts';
import { differences } from './differences.ts';
import type { Enrich } from './enrich.ts';
import type { Matcher } from './match.ts';
import type { Names } from './names.ts';
import type { RowDraft } from './read-row.ts';
import type { References } from './references.ts';
import type { Sides } from './sides.ts';
import type { CellRemark, StagedCandidate, StagedRow } from './staging.ts';

type Values = Readonly<Record<string, unknown>>;

/** From this score on a row is held back until someone says whether it is the same. */
const LOOKS_LIKE = 0.75;
const CANDIDATES = 3;
/** Of records of the same name that something else tells apart, or that nothing does. */
const SAME_NAME = 0.8;

export interface SettleOptions {
  readonly spec: ImportSpec;
  readonly converters: ReadonlyMap<string, CellConverter>;
  /** Column of the sheet that fills a field, for remarks on rules. */
  readonly columnOf: (field: string) => { readonly column: number | null; readonly key: string };
  readonly matcher: Matcher;
  readonly names: Names;
  readonly references: References;
  readonly defaults: Defaults;
  readonly sides: Sides;
  readonly finder: DuplicateFinder | null;
  /** Whether rows name records of the very kind that they make, such as a parent. */
  readonly refersToItself: boolean;
  readonly enrich: Enrich;
}

/** Works out the fate of one row after the other. */
export function createSettler(options: SettleOptions): (draft: RowDraft) => StagedRow {
  const { spec, converters, columnOf, matcher, names, references } = options;
  const { table } = importDefinitions[spec.register];
  const isActor = table === 'organisation' || table === 'person';
  const difference = { table, converters, clearsEmpty: spec.clearsEmpty };

  function refusals(values: Values): CellRemark[] {
    try {
      checkedValues(table, values);
      return [];
    } catch (error) {
      if (!(error instanceof DataError) || error.code !== 'record.invalid') throw error;
      const found = error.details['refusals'];
      if (!Array.isArray(found)) return [];
      return found.flatMap((refusal: unknown): CellRemark[] => {
        if (typeof refusal !== 'object' || refusal === null) return [];
        const { field, rule } = refusal as { field: string; rule: string }; // as DataError makes them
        return [{ ...columnOf(field), code: `vocabulary:rule.${rule}`, params: {} }];
      });
    }
  }

  function staged(draft: RowDraft, over: Partial<StagedRow>): StagedRow {
    return {
      row: draft.row,
      fate: 'error',
      id: '',
      label: labelOf(table, draft.given),
      given: draft.given,
      common: [...draft.common],
      filled: {},
      patch: null,
      sides: [],
      needs: draft.needs,
      problems: draft.problems,
      notes: draft.notes,
      sameAsRow: null,
      candidates: [],
      raw: null,
      ...over,
    };
  }

  function ofStored(draft: RowDraft, id: string, stored: Values, keepsName: boolean): StagedRow {
    const earlier = matcher.claimedBy(id);
    if (earlier !== null) {
      return staged(draft, {
        fate: 'duplicate',
        sameAsRow: earlier,
        id: newId(),
        raw: draft.cells,
      });
    }
    const { label } = entityOf(table);
    const isTold = (field: string): boolean =>
      !(keepsName && label.includes(field)) &&
      !(draft.common.has(field) && (stored[field] ?? null) !== null);
    const told = Object.fromEntries(Object.entries(draft.given).filter(([field]) => isTold(field)));
    const own = differences(stored, told, difference);
    const patch = own === null ? null : { ...own, ...options.enrich(own, stored) };
    const problems = patch === null ? [] : refusals({ ...ownFields(table, stored), ...patch });
    if (problems.length > 0) return staged(draft, { id, problems, patch, raw: draft.cells });
    matcher.claim(id, draft.row);
    const sides = options.sides.of(draft, id, true);
    const isUnchanged = patch === null && sides.length === 0;
    return staged(draft, {
      fate: isUnchanged ? 'unchanged' : 'update',
      id,
      label: labelOf(table, stored),
      patch,
      sides,
    });
  }

  function ofNew(draft: RowDraft, candidates: readonly StagedCandidate[]): StagedRow {
    const filled = { ...options.defaults.fill(draft.given), ...options.enrich(draft.given, null) };
    const problems = refusals({ ...filled, ...withoutNulls(draft.given) });
    if (problems.length > 0) return staged(draft, { problems, filled, raw: draft.cells });
    const label = labelOf(table, draft.given);
    const made = newId();
    const id = options.refersToItself ? references.fulfil(table, made, label) : made;
    const isHeld = candidates.length > 0;
    return staged(draft, {
      fate: isHeld ? 'duplicate' : 'new',
      id,
      label,
      filled,
      sides: options.sides.of(draft, id, false),
      candidates,
      raw: isHeld ? draft.cells : null,
    });
  }

  const sameName = (ids: readonly string[]): StagedCandidate[] =>
    ids.slice(0, CANDIDATES).map((id) => ({ id, score: SAME_NAME, reasons: ['sameName'] }));

  /** Actors of the store that the row may mean; other records are told apart by their columns. */
  function alike(given: Values): readonly StagedCandidate[] {
    if (!isActor) return [];
    const found = options.finder?.candidates(given, { limit: CANDIDATES }) ?? [];
    const likely = found.filter(({ score }) => score >= LOOKS_LIKE);
    return likely.length > 0 ? likely : sameName(matcher.namesakes(given));
  }

  return (draft) => {
    if (draft.problems.length > 0) return staged(draft, { raw: draft.cells });
    if (draft.id !== null) {
      const stored = matcher.stored(draft.id);
      if (stored !== null) return ofStored(draft, draft.id, stored, false);
    }
    const match = matcher.match(draft.given, draft.common);
    if (match.kind === 'record') return ofStored(draft, match.id, match.stored, false);
    if (match.kind === 'row') {
      return staged(draft, {
        fate: 'duplicate',
        sameAsRow: match.row,
        id: newId(),
        filled: options.defaults.fill(draft.given),
        raw: draft.cells,
      });
    }
    const label = labelOf(table, draft.given);
    const [known, ...others] = isActor ? names.aliased(table, label) : [];
    if (known !== undefined && others.length === 0) {
      const stored = matcher.stored(known);
      if (stored !== null) return ofStored(draft, known, stored, true);
    }
    const candidates = match.kind === 'several' ? sameName(match.ids) : alike(draft.given);
    const row = ofNew(draft, candidates);
    if (row.fate === 'new' || row.fate === 'duplicate') matcher.isNew(draft.given, draft.row);
    return row;
  };
}

function withoutNulls(values: Values): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** A record's columns, without what the program adds to it. */
function ownFields(table: EntityName, record: Values): Record<string, unknown> {
  return Object.fromEntries(entityOf(table).fieldNames.map((field) => [field, record[field]]));
}
