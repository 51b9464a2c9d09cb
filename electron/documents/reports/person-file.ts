import {
  bullets,
  callout,
  column,
  definitions,
  paragraph,
  section,
  table,
} from '#documents/compose.ts';
import type { Block, DocumentModel, Section } from '#documents/model.ts';

/** A column of a record and what it holds, both in words. */
export interface FiledValue {
  readonly field: string;
  readonly label: string;
  readonly value: string;
}

export interface FiledRecord {
  /** What names it, beside its columns; may be empty. */
  readonly title: string;
  /** « Supprimée le … »; null for a record in use. */
  readonly removed: string | null;
  readonly values: readonly FiledValue[];
}

/** A record that names the person beside other matter. */
export interface FiledMention extends FiledRecord {
  readonly kind: string;
  /** As what it names them. */
  readonly as: string;
}

export interface FiledChange {
  readonly at: string;
  readonly author: string;
  readonly kind: string;
  readonly what: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** All that the store holds about one person, in words of the document's language. */
export interface PersonFileData {
  readonly language: 'fr' | 'en';
  readonly name: string;
  readonly group: string | null;
  readonly observatory: string | null;
  readonly store: string;
  /** Day on which the file was made (YYYY-MM-DD), and the same in words. */
  readonly day: string;
  readonly dayInWords: string;
  readonly record: FiledRecord;
  readonly origin: string | null;
  readonly own: readonly { readonly kind: string; readonly records: readonly FiledRecord[] }[];
  readonly mentions: readonly FiledMention[];
  readonly former: readonly FiledMention[];
  readonly history: readonly FiledChange[];
}

/** Gives a text of the person's file by its key within `contacts:file`. */
export type FileTranslate = (key: string, params?: Readonly<Record<string, string>>) => string;

/** More columns than this do not fit across a page. */
const WIDEST = 5;

function valueTable({ values }: FiledRecord, t: FileTranslate): Block {
  return table(
    [column(t('field'), { weight: 2 }), column(t('value'), { weight: 5 })],
    values.map(({ label, value }) => [label, value]),
  );
}

const withRemoval = ({ title, removed }: FiledRecord): string =>
  removed === null ? title : [title, `(${removed})`].filter((part) => part !== '').join(' ');

function wideTable(records: readonly FiledRecord[], t: FileTranslate): Block {
  const fields = new Map(records.flatMap(({ values }) => values.map((one) => [one.field, one])));
  const hasRemoved = records.some(({ removed }) => removed !== null);
  return table(
    [
      ...[...fields.values()].map(({ label }) => column(label)),
      ...(hasRemoved ? [column(t('removed'))] : []),
    ],
    records.map(({ values, removed }) => [
      ...[...fields.keys()].map((field) => values.find((one) => one.field === field)?.value ?? ''),
      ...(hasRemoved ? [removed ?? ''] : []),
    ]),
  );
}

function ownSection({ kind, records }: PersonFileData['own'][number], t: FileTranslate): Section {
  const fields = new Set(records.flatMap(({ values }) => values.map(({ field }) => field)));
  if (fields.size <= WIDEST) return section(kind, [wideTable(records, t)]);
  return section(kind, [], {
    sections: records.map((record, index) =>
      section(withRemoval(record) || t('number', { number: String(index + 1) }), [
        valueTable(record, t),
      ]),
    ),
  });
}

function mentionTable(mentions: readonly FiledMention[], t: FileTranslate): Block {
  return table(
    [
      column(t('kind'), { weight: 2 }),
      column(t('title'), { weight: 4 }),
      column(t('as'), { weight: 2 }),
      column(t('detail'), { weight: 4 }),
    ],
    mentions.map((mention) => [
      mention.kind,
      withRemoval(mention),
      mention.as,
      mention.values.map(({ label, value }) => t('pair', { label, value })).join('\n'),
    ]),
  );
}

function historyTable(changes: readonly FiledChange[], t: FileTranslate): Block {
  return table(
    [
      column(t('when'), { weight: 3 }),
      column(t('what'), { weight: 3 }),
      column(t('field'), { weight: 2 }),
      column(t('before'), { weight: 3 }),
      column(t('after'), { weight: 4 }),
    ],
    changes.map(({ at, author, kind, what, field, before, after }) => [
      `${at}\n${author}`,
      `${kind}\n${what}`,
      field,
      before,
      after,
    ]),
  );
}

function about(data: PersonFileData, t: FileTranslate): Section {
  const { group, store, dayInWords } = data;
  return section(t('about.title'), [
    paragraph(t('about.what', { day: dayInWords, store })),
    definitions(
      {
        term: t('about.purposeTerm'),
        definition: group === null ? t('about.purpose') : t('about.purposeOf', { group }),
      },
      { term: t('about.originTerm'), definition: data.origin ?? t('about.noOrigin') },
      { term: t('about.recipientsTerm'), definition: t('about.recipients') },
      { term: t('about.retentionTerm'), definition: t('about.retention') },
      { term: t('about.rightsTerm'), definition: t('about.rights') },
    ),
    callout(
      { blocks: [bullets(t('about.limitText'), t('about.limitOthers'))] },
      {
        title: t('about.limitTitle'),
      },
    ),
  ]);
}

/** The file that answers a request for access (GDPR, article 15), readable without the program. */
export function buildPersonFile(data: PersonFileData, t: FileTranslate): DocumentModel {
  const { name, group, observatory, record, own, mentions, former, history } = data;
  const title = t('documentTitle', { name });
  const listed = (heading: string, some: readonly FiledMention[], intro: string): Section[] =>
    some.length === 0 ? [] : [section(heading, [paragraph(intro), mentionTable(some, t)])];
  return {
    meta: {
      title,
      subtitle: t('documentSubtitle'),
      organisation: observatory ?? group ?? data.store,
      ...(observatory === null || group === null ? {} : { group }),
      date: data.day,
      language: data.language,
      kind: 'personFile',
      subject: title,
    },
    titlePage: { facts: [] },
    numbering: 'none',
    hasContents: false,
    sections: [
      about(data, t),
      section(t('recordTitle'), [
        ...(record.removed === null ? [] : [paragraph(record.removed)]),
        valueTable(record, t),
      ]),
      ...own.map((each) => ownSection(each, t)),
      ...listed(t('mentionsTitle'), mentions, t('mentionsIntro')),
      ...listed(t('formerTitle'), former, t('formerIntro')),
      section(t('historyTitle'), [paragraph(t('historyIntro')), historyTable(history, t)]),
    ],
    sources: [],
  };
}
