import { column, paragraph, table, trace } from '#documents/compose.ts';
import type { Block, DocumentModel, Section } from '#documents/model.ts';
import { documentModel } from '#documents/compose.ts';
import { capitalised, wording } from '#documents/reports/wording.ts';
import type { Wording } from '#documents/reports/wording.ts';
import { formatDate, formatNumber } from '#documents/typography.ts';

type Params = Readonly<Record<string, string | number>>;

/** Gives the text of a key in the document's language. */
export type SelectionTranslate = (
  key: `${'selectionPapers' | 'reportTexts' | 'vocabulary'}:${string}`,
  params?: Params,
) => string;

export interface SelectionOptions {
  readonly translate: SelectionTranslate;
  readonly language: 'fr' | 'en';
}

/** Whose selection a document is about. */
export interface SelectionHead {
  readonly group: { readonly name: string; readonly observatory: string | null };
  readonly callTitle: string;
  /** Day of the document. */
  readonly day: string;
}

/** A column of a table, for documents and for spreadsheets. */
export interface PaperColumn {
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'integer' | 'number' | 'date' | 'dateTime';
  /** Relative width in documents. */
  readonly weight?: number;
}
export type PaperCell = string | number | null;

/** A table as data, so that the same one stands in documents and in spreadsheets. */
export interface PaperTable {
  readonly key: string;
  readonly name: string;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly PaperCell[])[];
  /** Applications behind the count of each row, for those that can be traced. */
  readonly counted?: readonly (readonly string[] | undefined)[];
}

/** A document, and its tables for a spreadsheet. */
export interface SelectionPaper {
  readonly model: DocumentModel;
  readonly tables: readonly PaperTable[];
}

export interface SelectionMaking {
  readonly language: 'fr' | 'en';
  readonly words: Wording;
  /** A text of these documents, by its key among them. */
  readonly t: (key: string, params?: Params) => string;
  readonly choice: (key: string) => string;
  /** Tables made so far, in their order. */
  readonly tables: readonly PaperTable[];
  /** A table of the document, which its spreadsheet holds too. */
  readonly tableOf: (made: PaperTable, caption?: string) => Block;
}

const aligned = (kind: PaperColumn['kind']): 'start' | 'end' =>
  kind === 'integer' || kind === 'number' ? 'end' : 'start';

function cellText(
  cell: PaperCell | undefined,
  kind: PaperColumn['kind'] | undefined,
  language: 'fr' | 'en',
): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return formatNumber(cell, language);
  return kind === 'date' || kind === 'dateTime' ? formatDate(cell.slice(0, 10), language) : cell;
}

/** What every part of a document is made with. */
export function selectionMaking({ translate, language }: SelectionOptions): SelectionMaking {
  const tables: PaperTable[] = [];
  return {
    language,
    words: wording({ language, translate }),
    t: (key, params) => translate(`selectionPapers:paper.${key}`, params),
    choice: (key) => translate(`vocabulary:choice.${key}`),
    tables,
    tableOf: (made, caption) => {
      tables.push(made);
      return table(
        made.columns.map(({ label, kind, weight = 1 }) =>
          column(label, { weight, align: aligned(kind) }),
        ),
        made.rows.map((row, line) =>
          made.columns.map(({ key, kind }, at) => {
            const cell = row[at];
            const ids = made.counted?.[line];
            return key === 'count' && typeof cell === 'number' && ids !== undefined
              ? [
                  trace(
                    cell,
                    ids.map((id) => ({ table: 'application', id })),
                  ),
                ]
              : cellText(cell, kind, language);
          }),
        ),
        { hasRowHeaders: false, ...(caption === undefined ? {} : { caption }) },
      );
    },
  };
}

/** Number, company and title: how an application is named everywhere. */
export const applicationColumns = ({ t }: SelectionMaking): PaperColumn[] => [
  { key: 'number', label: t('column.number'), kind: 'integer', weight: 0.8 },
  { key: 'organisation', label: t('column.organisation'), kind: 'text', weight: 3 },
  { key: 'title', label: t('column.title'), kind: 'text', weight: 3.4 },
];

/** The words of an outcome, as a sentence or a cell begins with them. */
export const outcomeText = (outcome: string, { choice }: SelectionMaking): string =>
  capitalised(choice(`phaseDecision.outcome.${outcome}`));

/** A table where there are rows, the sentence that owns to nothing otherwise. */
export const tableOr = (
  make: SelectionMaking,
  made: PaperTable,
  nothing: string,
  caption?: string,
): Block => (made.rows.length === 0 ? paragraph(nothing) : make.tableOf(made, caption));

/** The whole document with its head, and the tables made on the way. */
export function finished(
  make: SelectionMaking,
  head: SelectionHead,
  about: {
    readonly kind: string;
    readonly title: string;
    readonly facts: readonly (readonly [label: string, value: string | null])[];
    readonly sections: readonly Section[];
    readonly isLong?: boolean;
  },
): SelectionPaper {
  const { words, language, tables } = make;
  const group = words.t('group', { name: head.group.name });
  const { kind, title, isLong = false } = about;
  return {
    model: documentModel({
      meta: {
        title,
        subtitle: head.callTitle,
        organisation: head.group.observatory ?? group,
        ...(head.group.observatory === null ? {} : { group }),
        date: head.day,
        language,
        kind,
        subject: `${title} – ${head.callTitle}`,
      },
      titlePage: {
        isCompact: !isLong,
        facts: about.facts.flatMap(([label, value]) =>
          value === null || value === '' ? [] : [{ label, value }],
        ),
      },
      numbering: isLong ? 'decimal' : 'none',
      hasContents: isLong,
      sections: about.sections,
    }),
    tables,
  };
}
