import type { ImportColumn, ImportRegisterName } from '#contract/import.channels.ts';
import type { ConvertKind } from '#interop/convert/targets.ts';
import { exporters } from '#interop/exporters.ts';
import type { ColumnKind, ExportColumn, NotesSheet, Workbook } from '#interop/table.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import type { TextKey, Translator } from '#platform/translate.ts';
import { createTranslator } from '#platform/translate.ts';

import { computedKeys, importColumnsOf } from './columns.ts';

export interface TemplateRequest {
  readonly register: ImportRegisterName;
  readonly format: 'xlsx' | 'ods';
  readonly language: 'fr' | 'en';
  readonly author: string;
}

/** Nobody fills these in by hand: what the program itself exported, or a second way to say a name. */
const LEFT_OUT: ReadonlySet<string> = new Set(['id', 'isFictitious', 'fullName']);

const CELL_KINDS: Readonly<Partial<Record<string, ColumnKind>>> = {
  date: 'date',
  dateTime: 'dateTime',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  url: 'url',
  identifier: 'identifier',
  phone: 'identifier',
  siren: 'identifier',
  siret: 'identifier',
  postalCode: 'identifier',
} satisfies Partial<Record<ConvertKind, ColumnKind>>;

const LONG_WIDTH = 48;
const GUIDE_WIDTHS = [30, 13, 96, 40];
const STEPS = ['rows', 'headings', 'blanks', 'import'] as const;

function exampleOf({ key, kind, choices }: ImportColumn, { t, has }: Translator): string {
  const keys: TextKey[] = [`templates:column.${key}`, `templates:kind.${kind}`];
  const found = keys.find((one) => has(one));
  return found === undefined ? (choices[0] ?? '') : t(found);
}

/** The help at a cell: what to write there, and what becomes of a blank. */
function hintOf(column: ImportColumn, words: Translator): string {
  const { t } = words;
  const { help, choices, initial, isRequired } = column;
  const asked = isRequired ? t('templates:hintRequired', { help }) : help;
  if (initial !== null) return t('templates:hintInitial', { help: asked, initial });
  const example = choices.length > 0 ? '' : exampleOf(column, words);
  return example === '' ? asked : t('templates:hintExample', { help: asked, example });
}

function choicesOf({ kind, choices }: ImportColumn, { t }: Translator): readonly string[] {
  return kind === 'boolean' ? [t('registers:yes'), t('registers:no')] : choices;
}

function sheetColumn(column: ImportColumn, words: Translator): ExportColumn {
  const { key, label, kind } = column;
  return {
    key,
    label,
    kind: CELL_KINDS[kind] ?? 'text',
    ...(kind === 'longText' ? { width: LONG_WIDTH } : {}),
    hint: { text: hintOf(column, words), choices: choicesOf(column, words) },
  };
}

function guide(columns: readonly ImportColumn[], words: Translator): NotesSheet {
  const { t } = words;
  const steps = STEPS.map((step, at) => [
    at === 0 ? t('templates:howTo') : '',
    '',
    t(`templates:steps.${step}`),
  ]);
  const lines = columns.map((column) => {
    const { label, isRequired, help } = column;
    const choices = choicesOf(column, words);
    return [
      label,
      t(isRequired ? 'templates:required' : 'templates:optional'),
      choices.length === 0 ? help : t('templates:choices', { help, choices: choices.join(', ') }),
      exampleOf({ ...column, choices: [...choices] }, words),
    ];
  });
  const headings = (['column', 'required', 'help', 'example'] as const).map((heading) =>
    t(`templates:heading.${heading}`),
  );
  return {
    name: t('templates:guideSheet'),
    rows: [...steps, [], headings, ...lines],
    widths: GUIDE_WIDTHS,
    headings: [steps.length + 1],
  };
}

/** Without those that go by the same heading as one that the program works out itself. */
function templateColumns(register: ImportRegisterName, { t }: Translator): ImportColumn[] {
  const computed = new Set(computedKeys(register).map((key) => t(`registers:columns.${key}`)));
  return importColumnsOf(register, t).filter(
    ({ key, label }) => !LEFT_OUT.has(key) && !computed.has(label),
  );
}

function templateWorkbook({ register, language, author }: TemplateRequest): Workbook {
  const words = createTranslator(language);
  const { t } = words;
  const columns = templateColumns(register, words);
  const name = t(`registers:${register}.name`);
  const title = t('templates:title', { register: name });
  return {
    properties: { title, author, date: new Date().toISOString(), language },
    labels: { yes: t('registers:yes'), no: t('registers:no') },
    tables: [
      {
        name,
        title,
        columns: columns.map((column) => sheetColumn(column, words)),
        rows: [],
        rowCount: 0,
      },
    ],
    notes: guide(columns, words),
    listsName: t('templates:listsSheet'),
  };
}

/**
 * Writes an empty spreadsheet for a register: its columns, help and lists to choose from at each
 * cell, and a sheet that explains them. What it is filled with can be imported as it is.
 * @throws AppError `export.notWritable`
 */
export function writeTemplate(path: string, request: TemplateRequest): Promise<{ bytes: number }> {
  const workbook = templateWorkbook(request);
  return writeFileInto(path, async (sink) => {
    let bytes = 0;
    await exporters[request.format].write(workbook, async (chunk) => {
      bytes += chunk.length;
      await sink(chunk);
    });
    return { bytes };
  });
}
