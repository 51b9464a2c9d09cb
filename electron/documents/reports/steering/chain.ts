import { column, documentModel, emphasis, paragraph, section, table } from '#documents/compose.ts';
import type { FlowInput } from '#documents/compose.ts';
import type { Block, DocumentModel, Section } from '#documents/model.ts';
import type { PaperCell, PaperTable } from '#documents/reports/selection/making.ts';
import type { Wording } from '#documents/reports/wording.ts';
import { wording } from '#documents/reports/wording.ts';
import { formatNumber } from '#documents/typography.ts';

type Params = Readonly<Record<string, string | number>>;

/** Gives the text of a key in the document's language. */
export type ChainTranslate = (
  key: `${'chain' | 'reportTexts' | 'vocabulary'}:${string}`,
  params?: Params,
) => string;

const columns = ['barrier', 'lever', 'remedy', 'objective', 'activity', 'result'] as const;
type Column = (typeof columns)[number];

/** Relative widths: levers are single long words, solutions whole sentences. */
const CARD_WEIGHTS: Readonly<Record<Column, number>> = {
  barrier: 1.1,
  lever: 1.15,
  remedy: 1.5,
  objective: 1.2,
  activity: 1.2,
  result: 1.2,
};

interface CardData {
  readonly id: string;
  readonly table: Column;
  readonly title: string;
  readonly side: string | null;
  readonly year: number | null;
  readonly status: string | null;
  readonly day: string | null;
  readonly isOrphanUpstream: boolean;
  readonly isOrphanDownstream: boolean;
}

interface MarkData {
  readonly id: string;
  readonly table: 'goodPractice' | 'measurement';
  readonly title: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly isMinimum: boolean;
  readonly day: string | null;
}

interface CellData {
  readonly state: 'cards' | 'passed' | 'missing' | 'ahead' | 'beyond';
  readonly ids: readonly string[];
}

/** What the document says, as plain data: whoever gathers it knows the store. */
export interface ChainData {
  readonly group: { readonly name: string; readonly observatory: string | null };
  readonly year: number;
  readonly side: 'all' | 'buyer' | 'company';
  /** Day of the document. */
  readonly day: string;
  readonly nodes: readonly CardData[];
  readonly marks: readonly MarkData[];
  readonly links: readonly {
    readonly fromId: string;
    readonly toId: string;
    readonly note: string | null;
  }[];
  readonly paths: readonly { readonly cells: readonly CellData[] }[];
  readonly isCut: boolean;
}

export interface ChainPaper {
  readonly model: DocumentModel;
  readonly tables: readonly PaperTable[];
}

interface Making {
  readonly language: 'fr' | 'en';
  readonly words: Wording;
  readonly t: (key: string, params?: Params) => string;
  readonly choice: (key: string) => string;
  readonly cards: ReadonlyMap<string, CardData>;
  readonly marks: ReadonlyMap<string, MarkData>;
}

type Path = ChainData['paths'][number];

function markText({ title, value, unit, isMinimum, day }: MarkData, make: Making): string {
  const { t, words, language } = make;
  if (value === null) return title;
  return t(isMinimum ? 'paper.measuredAtLeast' : 'paper.measured', {
    title,
    value: formatNumber(value, language),
    unit: unit ?? '',
    day: day === null ? '' : words.day(day),
  });
}

const isEarly = ({ cells }: Path): boolean =>
  columns.findIndex((_, at) => cells[at]?.state === 'cards') < columns.indexOf('objective');

const nameOf = (id: string, { cards }: Making): string => cards.get(id)?.title ?? '';

/** What stands in a cell of a path; what is missing is said, in italics. */
function cellFlow(cell: CellData | undefined, at: number, make: Making): FlowInput {
  const { t } = make;
  switch (cell?.state) {
    case 'cards':
      return cell.ids.length === 1
        ? nameOf(cell.ids[0] ?? '', make)
        : { blocks: cell.ids.map((id) => paragraph(nameOf(id, make))) };
    case 'missing':
      return emphasis(t(`missing.${columns[at] ?? ''}`));
    case 'ahead':
      return emphasis(t('ahead'));
    case 'passed':
      return '–';
    default:
      return '';
  }
}

/** A table of paths; columns in which no path has anything are left out. */
function pathTable(paths: readonly Path[], make: Making): Block {
  const told = columns.flatMap((name, at) =>
    paths.some(({ cells }) => (cells[at]?.state ?? 'beyond') !== 'beyond') ? [{ name, at }] : [],
  );
  return table(
    told.map(({ name, at }) => {
      const hasCards = paths.some(({ cells }) => cells[at]?.state === 'cards');
      return column(make.t(`column.${name}`), { weight: hasCards ? CARD_WEIGHTS[name] : 0.75 });
    }),
    paths.map(({ cells }) => told.map(({ at }) => cellFlow(cells[at], at, make))),
    { hasRowHeaders: false },
  );
}

/** Paths by the side of their first card, those of neither side last. */
function pathSections({ paths }: ChainData, make: Making): Section[] {
  const { t, cards } = make;
  const early = paths.filter(isEarly);
  const late = paths.filter((path) => !isEarly(path));
  const sideOf = ({ cells }: Path): string => {
    const first = cells.find(({ state }) => state === 'cards')?.ids[0];
    return cards.get(first ?? '')?.side ?? 'both';
  };
  const bySide = ['buyer', 'company', 'both'].flatMap((side) => {
    const some = early.filter((path) => sideOf(path) === side);
    return some.length === 0
      ? []
      : [section(t('paper.ofSide', { context: side }), [pathTable(some, make)])];
  });
  return [
    ...(bySide.length === 0
      ? []
      : [section(t('paper.early'), [paragraph(t('paper.earlyHint'))], { sections: bySide })]),
    ...(late.length === 0
      ? []
      : [section(t('paper.late'), [paragraph(t('paper.lateHint')), pathTable(late, make)])]),
  ];
}

function orphanTable({ nodes }: ChainData, { t }: Making): PaperTable {
  const ways = ['upstream', 'downstream'] as const;
  const lines = nodes.flatMap((card) => {
    const open = ways.filter((way) =>
      way === 'upstream' ? card.isOrphanUpstream : card.isOrphanDownstream,
    );
    const missing = open.map((way) => t(`orphan.${card.table}.${way}`)).join('. ');
    return missing === '' ? [] : [[t(`one.${card.table}`), card.title, missing]];
  });
  return {
    key: 'orphans',
    name: t('paper.sheet.orphans'),
    columns: [
      { key: 'kind', label: t('paper.kind'), kind: 'text', weight: 1 },
      { key: 'card', label: t('paper.card'), kind: 'text', weight: 3 },
      { key: 'missing', label: t('paper.missing'), kind: 'text', weight: 2.2 },
    ],
    rows: lines,
  };
}

function attachedTable({ links }: ChainData, make: Making): PaperTable {
  const { t, marks, cards } = make;
  const rows = links.flatMap(({ fromId, toId }) => {
    const mark = marks.get(toId);
    if (mark === undefined) return [];
    const from = cards.get(fromId)?.title ?? marks.get(fromId)?.title ?? '';
    return [[from, t(`one.${mark.table}`), markText(mark, make)]];
  });
  return {
    key: 'attached',
    name: t('paper.sheet.attached'),
    columns: [
      { key: 'card', label: t('paper.card'), kind: 'text', weight: 2.4 },
      { key: 'kind', label: t('paper.kind'), kind: 'text', weight: 1 },
      { key: 'mark', label: t('paper.mark'), kind: 'text', weight: 2.6 },
    ],
    rows,
  };
}

const text = (key: string, label: string) => ({ key, label, kind: 'text' as const });

function pathRows({ paths }: ChainData, make: Making): PaperTable {
  const { t } = make;
  const cell = (one: CellData | undefined, at: number): PaperCell => {
    if (one?.state === 'cards') return one.ids.map((id) => nameOf(id, make)).join(' → ');
    if (one?.state === 'missing') return t(`missing.${columns[at] ?? ''}`);
    return one?.state === 'ahead' ? t('ahead') : null;
  };
  return {
    key: 'paths',
    name: t('paper.sheet.paths'),
    columns: columns.map((name) => text(name, t(`column.${name}`))),
    rows: paths.map(({ cells }) => columns.map((_, at) => cell(cells[at], at))),
  };
}

function cardRows({ nodes }: ChainData, { t, choice }: Making): PaperTable {
  const yesNo = (is: boolean): string => t(is ? 'paper.yes' : 'paper.no');
  return {
    key: 'cards',
    name: t('paper.sheet.cards'),
    columns: [
      text('kind', t('paper.kind')),
      text('card', t('paper.card')),
      text('side', t('paper.side')),
      { key: 'year', label: t('paper.year'), kind: 'integer' },
      text('status', t('paper.status')),
      { key: 'day', label: t('paper.day'), kind: 'date' },
      text('upstream', t('paper.orphanUpstream')),
      text('downstream', t('paper.orphanDownstream')),
    ],
    rows: nodes.map((card) => [
      t(`one.${card.table}`),
      card.title,
      card.side === null ? null : choice(`remedy.side.${card.side}`),
      card.year,
      card.status === null ? null : choice(`objective.status.${card.status}`),
      card.day,
      yesNo(card.isOrphanUpstream),
      yesNo(card.isOrphanDownstream),
    ]),
  };
}

function linkRows({ links }: ChainData, make: Making): PaperTable {
  const { t, cards, marks } = make;
  const kind = (id: string): string => {
    const table = cards.get(id)?.table ?? marks.get(id)?.table;
    return table === undefined ? '' : t(`one.${table}`);
  };
  const name = (id: string): string => cards.get(id)?.title ?? marks.get(id)?.title ?? '';
  return {
    key: 'links',
    name: t('paper.sheet.links'),
    columns: [
      text('fromKind', t('paper.fromKind')),
      text('from', t('paper.from')),
      text('toKind', t('paper.toKind')),
      text('to', t('paper.to')),
      text('note', t('paper.note')),
    ],
    rows: links.map(({ fromId, toId, note }) => [
      kind(fromId),
      name(fromId),
      kind(toId),
      name(toId),
      note,
    ]),
  };
}

const tableBlock = ({ columns: head, rows }: PaperTable): Block =>
  table(
    head.map(({ label, weight = 1 }) => column(label, { weight })),
    rows.map((row) => row.map((cell) => String(cell ?? ''))),
    { hasRowHeaders: false },
  );

/** The chain from barriers to results as a document: its paths, what hangs in the air, what is attached. */
export function buildChain(
  data: ChainData,
  { translate, language }: { readonly translate: ChainTranslate; readonly language: 'fr' | 'en' },
): ChainPaper {
  const make: Making = {
    language,
    words: wording({ language, translate }),
    t: (key, params) => translate(`chain:${key}`, params),
    choice: (key) => translate(`vocabulary:choice.${key}`),
    cards: new Map(data.nodes.map((card) => [card.id, card])),
    marks: new Map(data.marks.map((mark) => [mark.id, mark])),
  };
  const { t, words } = make;
  const { group, year, side } = data;
  const groupName = words.t('group', { name: group.name });
  const title = t('paper.title');
  const subtitle = t('paper.subtitle', { year });
  const orphans = orphanTable(data, make);
  const attached = attachedTable(data, make);
  const facts = [
    { label: t('paper.side'), value: t(`side.${side}`) },
    { label: t('paper.cards'), value: formatNumber(data.nodes.length, language) },
    { label: t('paper.orphans'), value: formatNumber(orphans.rows.length, language) },
  ];
  const model = documentModel({
    meta: {
      title,
      subtitle,
      organisation: group.observatory ?? groupName,
      ...(group.observatory === null ? {} : { group: groupName }),
      date: data.day,
      language,
      kind: 'chain',
      subject: `${title} – ${subtitle}`,
    },
    titlePage: { isCompact: true, dateLabel: t('paper.asOf', { day: words.day(data.day) }), facts },
    numbering: 'none',
    hasContents: false,
    sections: [
      section(t('paper.reading'), [
        paragraph(t('years', { year, next: year + 1 })),
        ...(data.isCut ? [paragraph(t('cut', { count: data.paths.length }))] : []),
      ]),
      ...pathSections(data, make),
      section(t('paper.orphanTitle', { count: orphans.rows.length }), [
        orphans.rows.length === 0 ? paragraph(t('paper.noOrphan')) : tableBlock(orphans),
      ]),
      ...(attached.rows.length === 0
        ? []
        : [section(t('paper.attachedTitle'), [tableBlock(attached)])]),
    ],
  });
  return { model, tables: [pathRows(data, make), cardRows(data, make), linkRows(data, make)] };
}
