import type {
  FiledChange,
  FiledMention,
  FiledRecord,
  FiledValue,
  PersonFileData,
} from '#documents/reports/person-file.ts';
import { formatDate, formatNumber } from '#documents/typography.ts';
import { isId } from '#domain/ids.ts';
import type { EntityName } from '#domain/registry.ts';
import { entityOf, isEntityName } from '#domain/registry.ts';
import type { TextKey, Translator } from '#platform/translate.ts';
import { labelsOf, listRecords } from '#repositories/records.repo.ts';
import { DELETED_AT, labelOf } from '#sql/codec.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { distributionScreen } from '#contract/contact.channels.ts';
import type { PersonChange, PersonData } from './person-file-data.ts';
import type { TiedRecord } from './person-file-records.ts';

type Values = Readonly<Record<string, unknown>>;
type Words = Pick<Translator, 'language' | 't' | 'has' | 'reason'>;

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

/** Columns that only the program needs: they tell a person nothing. */
const INTERNAL: ReadonlySet<string> = new Set(['recordTable', 'recordId', 'sha256', 'screen']);

interface Speaking {
  readonly db: ReadableDb;
  readonly words: Words;
  /** The person's own identifier, which columns that point to them need not say. */
  readonly self: string;
}

function instant(at: string, { language }: Words): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(at));
}

/** The name of a record; one without words of its own is called by its kind. */
function nameOf({ db, words }: Speaking, table: EntityName, id: string): string {
  const label = labelsOf(db, table, [id]).get(id) ?? '';
  return label === '' ? words.t(`vocabulary:entity.${table}.one`) : label;
}

/** What a structured value holds: labels, and what may be published. */
function structuredText(speaking: Speaking, table: EntityName, value: object): string {
  const { t } = speaking.words;
  if (Array.isArray(value)) {
    return value
      .filter((each) => typeof each === 'string' || typeof each === 'number')
      .filter((each) => !isId(each))
      .join(', ');
  }
  const { fields } = entityOf(table);
  return Object.entries(value)
    .filter(([name, agreed]) => typeof agreed === 'boolean' && name in fields)
    .map(([name, agreed]) =>
      t('contacts:file.pair', {
        label: t(`vocabulary:field.${table}.${name}`),
        value: t(agreed === true ? 'grid:yes' : 'grid:no'),
      }),
    )
    .join('\n');
}

/** A column's value in words; empty for none, and for what only the program needs. */
function valueText(speaking: Speaking, table: EntityName, field: string, value: unknown): string {
  const { words, self } = speaking;
  if (value === null || value === undefined || INTERNAL.has(field)) return '';
  const declaration = entityOf(table).fields[field];
  if (typeof value === 'boolean') return words.t(value ? 'grid:yes' : 'grid:no');
  if (typeof value === 'number') return formatNumber(value, words.language, 6);
  if (typeof value === 'object') return structuredText(speaking, table, value);
  if (typeof value !== 'string') return '';
  if (field === DELETED_AT || declaration?.kind === 'dateTime') return instant(value, words);
  // A consent names a column of the actor who gave it.
  const consented: TextKey = `vocabulary:field.person.${value}`;
  if (table === 'consent' && field === 'field' && words.has(consented)) return words.t(consented);
  if (declaration?.kind === 'date') return formatDate(value, words.language);
  if (declaration?.kind === 'choice') {
    return words.t(`vocabulary:choice.${table}.${field}.${value}`);
  }
  const target = declaration?.target;
  if (target === undefined || !isEntityName(target)) return value;
  return value === self ? words.t('contacts:file.self') : nameOf(speaking, target, value);
}

function fieldText({ t }: Words, table: EntityName, field: string): string {
  return field === DELETED_AT
    ? t('contacts:file.removed')
    : t(`vocabulary:field.${table}.${field}`);
}

/** The columns of a record that say something, in the order of its declaration. */
function filedValues(
  speaking: Speaking,
  table: EntityName,
  values: Values,
  isHidden: (field: string) => boolean = () => false,
): FiledValue[] {
  return entityOf(table)
    .fieldNames.filter((field) => !isHidden(field))
    .map((field) => ({
      field,
      label: fieldText(speaking.words, table, field),
      value: valueText(speaking, table, field, values[field]),
    }))
    .filter(({ value }) => value !== '');
}

function removalText({ words }: Speaking, deletedAt: string | null): string | null {
  return deletedAt === null
    ? null
    : words.t('contacts:file.removedAt', { at: instant(deletedAt, words) });
}

function filedRecord(speaking: Speaking, record: TiedRecord): FiledRecord {
  const { table, values, deletedAt, fields } = record;
  return {
    title: labelOf(table, values),
    removed: removalText(speaking, deletedAt),
    values: filedValues(
      speaking,
      table,
      values,
      (field) => fields.includes(field) && values[field] === speaking.self,
    ),
  };
}

function filedMention(speaking: Speaking, record: TiedRecord): FiledMention {
  const { words } = speaking;
  const { table, values, fields } = record;
  const isList = table === 'savedView' && values['screen'] === distributionScreen;
  const { label } = entityOf(table);
  const filed = filedRecord(speaking, record);
  return {
    ...filed,
    kind: isList ? words.t('contacts:distributionList') : words.t(`vocabulary:entity.${table}.one`),
    as: isList
      ? words.t('contacts:file.inList')
      : fields.map((field) => fieldText(words, table, field)).join(', '),
    // What a former tie points to now is somebody else's.
    values: filed.values.filter(({ field }) => !label.includes(field) && !fields.includes(field)),
  };
}

function filedChange(speaking: Speaking, change: PersonChange): FiledChange {
  const { words } = speaking;
  const { table, field, before, after, at, author, reason } = change;
  const whole =
    field === null
      ? filedValues(speaking, table, Object(after) as Values) // an insert holds an object
          .map(({ label, value }) => words.t('contacts:file.pair', { label, value }))
          .join('\n')
      : valueText(speaking, table, field, after);
  return {
    at: instant(at, words),
    author,
    kind: words.t(`vocabulary:entity.${table}.one`),
    what: words.reason(reason),
    field: field === null ? words.t('contacts:file.created') : fieldText(words, table, field),
    before: field === null ? '' : valueText(speaking, table, field, before),
    after: whole,
  };
}

function originText({ words }: Speaking, { history, id }: PersonData): string | null {
  const first = history.findLast((change) => change.id === id && change.field === null);
  return first === undefined
    ? null
    : words.t('contacts:file.about.origin', {
        at: instant(first.at, words),
        author: first.author,
        what: words.reason(first.reason),
      });
}

/** A person's data in words of the reader's language, without identifiers. */
export function inWords(
  db: ReadableDb,
  data: PersonData,
  { words, store, generatedAt }: { words: Words; store: string; generatedAt: string },
): PersonFileData {
  const speaking: Speaking = { db, words, self: data.id };
  const [group] = listRecords(db, 'workingGroup', {}, ['name']);
  const observatoryId = group?.observatoryId ?? null;
  const own = data.records.filter(({ tie }) => tie === 'own');
  const mentioned = (tie: TiedRecord['tie']): FiledMention[] =>
    data.records.filter((each) => each.tie === tie).map((each) => filedMention(speaking, each));
  // Swedish writes days as ISO does; the day is that of the machine's own calendar.
  const day = new Intl.DateTimeFormat('sv-SE').format(new Date(generatedAt));
  return {
    language: words.language,
    name: data.name,
    group: group?.name ?? null,
    observatory:
      observatoryId === null
        ? null
        : (labelsOf(db, 'organisation', [observatoryId]).get(observatoryId) ?? null),
    store,
    day,
    dayInWords: formatDate(day, words.language),
    record: {
      title: data.name,
      removed: removalText(speaking, data.deletedAt),
      values: filedValues(speaking, 'person', data.values),
    },
    origin: originText(speaking, data),
    own: [...Map.groupBy(own, ({ table }) => table)].map(([table, records]) => ({
      kind: words.t(`vocabulary:entity.${table}.other`),
      records: records.map((record) => filedRecord(speaking, record)),
    })),
    mentions: mentioned('mention'),
    former: mentioned('former'),
    history: data.history.map((change) => filedChange(speaking, change)),
  };
}
