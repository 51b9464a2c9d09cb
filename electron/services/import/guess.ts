import type { ImportGuess, ImportSpec } from '#contract/import.channels.ts';
import type { ImportRegisterName } from '#contract/import.channels.ts';
import { importRegisterNames } from '#contract/import.channels.ts';
import type { ColumnGuess } from '#interop/convert/guess-mapping.ts';
import type { SavedMapping } from '#contract/import-mapping.ts';
import { guessMapping } from '#interop/convert/guess-mapping.ts';
import { guessRegister } from '#interop/convert/guess-register.ts';
import type { Cell, ImportFormat, ReadWorkbook, SheetInfo } from '#interop/import/sheet.ts';
import { cellText } from '#interop/import/sheet.ts';
import { columnLetters } from '#interop/spreadsheet-limits.ts';
import type { Translate } from '#platform/translate.ts';
import { createTranslator } from '#platform/translate.ts';
import { foldText } from '#sql/fold.ts';

import { computedKeys, importColumnsOf } from './columns.ts';
import type { HeaderLines } from './headers.ts';
import { labelsOfHeader, ownLabels, sampleRows } from './headers.ts';
import { fitted, rememberedMapping, rememberedRegister } from './mappings.ts';
import { convertOptions } from './plan.ts';
import { mappingCandidates } from './targets.ts';

const SAMPLES = 3;
const LOOKS_SURE = 0.5;

interface GuessOptions {
  readonly sheet: SheetInfo;
  readonly register: ImportRegisterName;
  readonly header: HeaderLines | null;
  readonly language: 'fr' | 'en';
  readonly translate: Translate;
  readonly home: string;
  readonly format: ImportFormat;
  readonly isFresh: boolean;
  /** A mapping that was loaded instead of guessed. */
  readonly saved?: SavedMapping;
}

const translators = (['fr', 'en'] as const).map(createTranslator);

function columnSamples(sheet: SheetInfo, header: HeaderLines | null): Cell[][] {
  const rows = sampleRows(sheet, header);
  return Array.from({ length: sheet.columnCount }, (_, column) =>
    rows.map((row) => row.cells[column] ?? null),
  );
}

/** Headings of columns that our own lists work out, in both languages. */
function computedLabels(register: ImportRegisterName): ReadonlySet<string> {
  return new Set(
    computedKeys(register).flatMap((key) =>
      translators.map(({ t }) => foldText(t(`registers:columns.${key}`))),
    ),
  );
}

/** Columns of an address book, whose names the reader gives them. */
const CARD_COLUMNS: Readonly<Record<string, string>> = {
  familyName: 'familyName',
  givenName: 'givenName',
  fullName: 'fullName',
  organisation: 'employer',
  title: 'function',
  email: 'email',
  phone: 'phone',
  categories: 'tags',
  note: 'notes',
};

function cardColumns(labels: readonly string[], register: ImportRegisterName): ColumnGuess[] {
  return labels.map((label, column) => {
    const key = register === 'people' ? (CARD_COLUMNS[label] ?? null) : null;
    return { column, key, confidence: key === null ? null : 'exact' };
  });
}

/** The word over a column; those of an address book are the reader's own, and are put into words. */
function headed(label: string, { format, translate }: GuessOptions): string {
  const key = format === 'vcard' ? CARD_COLUMNS[label] : undefined;
  return key === undefined ? label : translate(`registers:columns.${key}`);
}

/** Which column of the sheet is which of the register: as last time, as loaded, or guessed. */
export function guessColumns(options: GuessOptions): ImportGuess {
  const { sheet, register, header, language, translate, home, isFresh } = options;
  const labels = labelsOfHeader(sheet, header);
  const samples = columnSamples(sheet, header);
  const kept = options.saved ?? (isFresh ? null : rememberedMapping(home, register, labels));
  const guesses =
    options.format === 'vcard'
      ? cardColumns(labels, register)
      : guessMapping(
          labels.length > 0 ? ownLabels(labels) : samples.map(() => ''),
          samples,
          mappingCandidates(register),
          convertOptions(language),
        );
  const known = new Set(importColumnsOf(register, translate).map(({ key }) => key));
  const remembered = new Map(
    kept === null
      ? []
      : fitted(kept, labels, sheet.columnCount)
          .filter(({ key }) => known.has(key))
          .map(({ column, key }) => [column, key]),
  );
  const computed = computedLabels(register);
  const columns = samples.map((cells, column) => {
    const label = headed(labels[column] ?? '', options);
    const guess = guesses.find((one) => one.column === column);
    const isComputed = computed.has(foldText(label)) && !remembered.has(column);
    const guessed = isComputed || kept !== null ? null : (guess?.key ?? null);
    const key = remembered.get(column) ?? guessed;
    return {
      column,
      letter: columnLetters(column),
      label,
      samples: cells
        .map(cellText)
        .filter((text) => text.trim() !== '')
        .slice(0, SAMPLES),
      key,
      confidence:
        key === null
          ? null
          : remembered.has(column)
            ? ('remembered' as const)
            : (guess?.confidence ?? null),
      isComputed,
    };
  });
  const spec: ImportSpec = {
    register,
    sheet: sheet.index,
    header,
    mapping: columns.flatMap(({ column, key }) => (key === null ? [] : [{ column, key }])),
    fixed: kept?.fixed ?? {},
    createsMissing: kept?.createsMissing ?? true,
    clearsEmpty: kept?.clearsEmpty ?? false,
  };
  return {
    columns,
    available: importColumnsOf(register, translate),
    spec,
    isRemembered: kept !== null && options.saved === undefined,
  };
}

/** The sheet and the register that fit best; null where nothing does. */
export function suggest(
  workbook: ReadWorkbook,
  home: string,
  language: 'fr' | 'en',
): { sheet: number; register: ImportRegisterName } | null {
  const candidates = importRegisterNames.map((register) => ({
    register,
    candidates: mappingCandidates(register),
  }));
  if (workbook.format === 'vcard') return { sheet: 0, register: 'people' };
  let best: { sheet: number; register: ImportRegisterName; score: number } | null = null;
  for (const sheet of workbook.sheets) {
    if (sheet.isHidden || sheet.preview.length === 0) continue;
    const labels = labelsOfHeader(sheet, sheet.header);
    const known = labels.length === 0 ? null : rememberedRegister(home, labels);
    if (known !== null) return { sheet: sheet.index, register: known };
    const headers =
      labels.length > 0 ? ownLabels(labels) : columnSamples(sheet, null).map(() => '');
    const [found] = guessRegister(
      headers,
      columnSamples(sheet, sheet.header),
      candidates,
      convertOptions(language),
    );
    const register = importRegisterNames.find((name) => name === found?.register);
    if (found === undefined || register === undefined) continue;
    if (best === null || found.score > best.score) {
      best = { sheet: sheet.index, register, score: found.score };
    }
    if (best.score >= LOOKS_SURE && workbook.sheets.length > 20) break;
  }
  return best === null ? null : { sheet: best.sheet, register: best.register };
}
