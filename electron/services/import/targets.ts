import type { ImportRegisterName, ImportSpec } from '#contract/import.channels.ts';
import type { Language } from '#i18n/index.ts';
import { resources } from '#i18n/index.ts';
import type { CellConverter } from '#interop/convert/convert-cell.ts';
import { cellConverter } from '#interop/convert/convert-cell.ts';
import type { ChoiceWords, ConvertOptions, ConvertTarget } from '#interop/convert/targets.ts';
import type { ImportWords } from '#interop/convert/words.ts';
import { compileWords, wordList } from '#interop/convert/words.ts';
import type { MappingCandidate } from '#interop/convert/guess-mapping.ts';
import { createTranslator } from '#platform/translate.ts';

import type { FillColumn } from './columns.ts';
import { fillColumns } from './columns.ts';

const translators = (['fr', 'en'] satisfies Language[]).map(createTranslator);

/** Words of both languages that cells are written in. */
export const importWords: ImportWords = compileWords([
  resources.fr.imports.words,
  resources.en.imports.words,
]);

const DEPARTEMENT_DIGITS = 2;
const REGION_DIGITS = 2;
const COMMUNE_DIGITS = 5;
const DIGITS: Readonly<Record<string, number>> = {
  departementCode: DEPARTEMENT_DIGITS,
  regionCode: REGION_DIGITS,
  communeCode: COMMUNE_DIGITS,
};

function choiceWords({ vocabulary, choices }: FillColumn): ChoiceWords[] {
  return choices.map((value) => ({
    value,
    words: translators.flatMap(({ t, has }) => {
      const further = `imports:choiceWords.${vocabulary}.${value}` as const;
      const own = t(`vocabulary:choice.${vocabulary}.${value}`);
      return has(further) ? [own, ...wordList(t(further))] : [own];
    }),
  }));
}

/** How cells of a column are read. */
export function targetOf(column: FillColumn, isMonthFirst: boolean): ConvertTarget {
  const min = column.kind === 'identifier' ? DIGITS[column.key] : undefined;
  return {
    kind: column.kind,
    ...(min === undefined ? {} : { min }),
    ...(column.kind === 'choice' ? { choices: choiceWords(column) } : {}),
    ...(isMonthFirst ? { dateOrder: 'monthFirst' as const } : {}),
  };
}

/** What headers of a sheet are held against, to guess which column is which. */
export function mappingCandidates(register: ImportRegisterName): MappingCandidate[] {
  return fillColumns(register).map((column) => ({
    key: column.key,
    labels: translators.map(({ t }) => t(column.label)),
    synonyms: translators.flatMap(({ t, has }) => {
      const key = `imports:synonyms.${column.key}` as const;
      return has(key) ? wordList(t(key)) : [];
    }),
    kind: column.kind,
    isRequired: column.isRequired,
    ...(column.kind === 'choice' ? { choices: choiceWords(column) } : {}),
  }));
}

/** How the columns that the mapping fills are read, by the record's fields. */
export function fieldConverters(
  spec: ImportSpec,
  options: ConvertOptions,
): Map<string, CellConverter> {
  const keys = new Set([...spec.mapping.map(({ key }) => key), ...Object.keys(spec.fixed)]);
  return new Map(
    fillColumns(spec.register).flatMap((column): [string, CellConverter][] =>
      column.fill.kind === 'field' && keys.has(column.key)
        ? [[column.fill.field, cellConverter(targetOf(column, false), options)]]
        : [],
    ),
  );
}
