import type { ImportColumn, ImportRegisterName } from '#contract/import.channels.ts';
import type { FieldKind } from '#domain/fields.ts';
import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import type { ConvertKind } from '#interop/convert/targets.ts';
import type { TextKey, Translate } from '#platform/translate.ts';
import type { Register } from '#repositories/registers/register.ts';
import { registers } from '#repositories/registers/index.ts';

import type { Fill } from './definitions.ts';
import { importDefinitions } from './definitions.ts';

/** A column of a register that a sheet can fill. */
export interface FillColumn {
  readonly key: string;
  readonly fill: Fill;
  /** How its cells are read. */
  readonly kind: ConvertKind;
  readonly label: TextKey;
  readonly isRequired: boolean;
  readonly isIdentity: boolean;
  /** `table.field` whose values it takes; null where any will do. */
  readonly vocabulary: string | null;
  readonly choices: readonly string[];
}

const BY_NAME: Readonly<Record<string, ConvertKind>> = {
  siren: 'siren',
  siret: 'siret',
  postalCode: 'postalCode',
  email: 'email',
  phone: 'phone',
  website: 'url',
  remoteLink: 'url',
  communeCode: 'identifier',
  departementCode: 'identifier',
  regionCode: 'identifier',
  tags: 'labels',
};

const BY_KIND: Readonly<Record<FieldKind, ConvertKind>> = {
  text: 'text',
  longText: 'longText',
  date: 'date',
  dateTime: 'dateTime',
  time: 'time',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  choice: 'choice',
  reference: 'text',
  json: 'labels',
};

/** Required fields that the program fills in where a sheet does not. */
const FILLED_IN: ReadonlySet<string> = new Set([
  'position',
  'number',
  'version',
  'workingGroupId',
  'callId',
  'surveyId',
]);

function fieldsOf(fill: Fill): readonly string[] {
  switch (fill.kind) {
    case 'field':
    case 'reference':
      return [fill.field];
    case 'body':
      return ['workingGroupId', 'subGroupId', 'committeeId'];
    case 'fullName':
      return ['givenName', 'familyName'];
    default:
      return [];
  }
}

function fillColumn(
  table: EntityName,
  key: string,
  fill: Fill,
  label: TextKey,
  identity: ReadonlySet<string>,
): FillColumn {
  const field = fill.kind === 'field' ? entityOf(table).fields[fill.field] : undefined;
  const fields = fieldsOf(fill);
  const isNeeded = (name: string): boolean => {
    const declared = entityOf(table).fields[name];
    return declared !== undefined && !declared.isOptional && declared.initial === undefined;
  };
  const own = fill.kind === 'field' || fill.kind === 'reference' ? fill.field : null;
  return {
    key,
    fill,
    kind:
      fill.kind === 'field'
        ? (BY_NAME[fill.field] ?? BY_KIND[field?.kind ?? 'text'])
        : fill.kind === 'segments'
          ? 'labels'
          : 'text',
    label,
    isRequired: own !== null && isNeeded(own) && !FILLED_IN.has(own),
    isIdentity: fill.kind === 'id' || fields.some((name) => identity.has(name)),
    vocabulary: field?.choices === undefined || own === null ? null : `${table}.${own}`,
    choices: field?.choices ?? [],
  };
}

function listed(register: ImportRegisterName): Map<string, Fill> {
  const declared: Register = registers[register];
  const { columns } = importDefinitions[register];
  const fills = new Map<string, Fill>();
  for (const { key, field, reference } of declared.columns) {
    const special = columns[key];
    if (special !== undefined) fills.set(key, special);
    else if (field !== null) fills.set(key, { kind: 'field', field });
    else if (reference !== null) fills.set(key, { kind: 'reference', ...reference });
  }
  for (const [key, fill] of Object.entries(columns)) if (!fills.has(key)) fills.set(key, fill);
  return fills;
}

/** Fields of the record that the list does not show, by their own names. */
function unlisted(table: EntityName, fills: ReadonlyMap<string, Fill>): Map<string, Fill> {
  const covered = new Set([...fills.values()].flatMap(fieldsOf));
  const rest = new Map<string, Fill>();
  for (const [field, { kind, target }] of Object.entries(entityOf(table).fields)) {
    const isOwn = field === 'workingGroupId' || !covered.has(field);
    if (!isOwn || kind === 'json' || fills.has(field)) continue;
    rest.set(
      field,
      kind === 'reference' && target !== undefined
        ? { kind: 'reference', field, target: target as EntityName } // declared as a table's name
        : { kind: 'field', field },
    );
  }
  return rest;
}

const known = new Map<ImportRegisterName, readonly FillColumn[]>();

/** Every column of the register that can be filled: those of its list first, then the record's others. */
export function fillColumns(register: ImportRegisterName): readonly FillColumn[] {
  const found = known.get(register);
  if (found !== undefined) return found;
  const { table, identity } = importDefinitions[register];
  const fields = new Set(
    identity.flatMap(({ keys, strict = [], soft = [] }) => [...keys, ...strict, ...soft]),
  );
  const fills = listed(register);
  const columns = [
    ...[...fills].map(([key, fill]) =>
      fillColumn(table, key, fill, `registers:columns.${key}`, fields),
    ),
    ...[...unlisted(table, fills)].map(([key, fill]) =>
      fillColumn(table, key, fill, `vocabulary:field.${table}.${key}`, fields),
    ),
    fillColumn(table, 'id', { kind: 'id' }, 'registers:columns.id', fields),
  ];
  known.set(register, columns);
  return columns;
}

/** Columns of the list that are worked out, and so are never taken from a sheet. */
export function computedKeys(register: ImportRegisterName): readonly string[] {
  const declared: Register = registers[register];
  const filled = new Set(fillColumns(register).map(({ key }) => key));
  return declared.columns.map(({ key }) => key).filter((key) => !filled.has(key));
}

function helpOf({ fill, kind }: FillColumn): string {
  if (fill.kind === 'reference') return fill.target === 'person' ? 'person' : 'reference';
  if (fill.kind === 'field') return kind;
  return fill.kind;
}

/** The same, in words, for the screen, templates and the command line. */
export function importColumnsOf(
  register: ImportRegisterName,
  translate: Translate,
): ImportColumn[] {
  const { table } = importDefinitions[register];
  return fillColumns(register).map((column) => {
    const { key, kind, label, isRequired, isIdentity, vocabulary, choices, fill } = column;
    const word = (value: string): string => translate(`vocabulary:choice.${vocabulary}.${value}`);
    const initial = fill.kind === 'field' ? entityOf(table).fields[fill.field]?.initial : undefined;
    return {
      key,
      label: translate(label),
      kind,
      help: translate(`imports:help.${helpOf(column)}`),
      isRequired,
      isIdentity,
      choices: vocabulary === null ? [] : choices.map(word),
      initial: vocabulary !== null && typeof initial === 'string' ? word(initial) : null,
    };
  });
}
