import { z } from 'zod';

import type { Id } from './ids.ts';
import { isId } from './ids.ts';

/*
 * Text with headings, lists and tables, kept as JSON text: the part of the editor's own document
 * (ProseMirror) that the program understands. What lies beyond it is refused, or dropped when it is
 * a mere attribute.
 */

export type Mark =
  | { readonly type: 'bold' | 'italic' | 'underline' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } };

/** A person, organisation or other record named in a text; `label` is its name when it was typed. */
export interface Mention {
  readonly type: 'mention';
  readonly attrs: { readonly table: string; readonly id: Id; readonly label: string };
}

/** The place of a decision or an action in a text; what it says is in its own record. */
export interface RecordRef {
  readonly type: 'decisionRef' | 'actionRef';
  readonly attrs: { readonly id: Id };
}

export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly Mark[] | undefined }
  | { readonly type: 'hardBreak' }
  | Mention
  | RecordRef;

export interface ListItem {
  readonly type: 'listItem';
  readonly content: readonly Block[];
}

export interface TableCell {
  readonly type: 'tableHeader' | 'tableCell';
  readonly attrs?: { readonly colspan: number; readonly rowspan: number } | undefined;
  readonly content: readonly Block[];
}

export interface TableRow {
  readonly type: 'tableRow';
  readonly content: readonly TableCell[];
}

export type Block =
  | { readonly type: 'paragraph'; readonly content?: readonly Inline[] | undefined }
  | {
      readonly type: 'heading';
      readonly attrs: { readonly level: 1 | 2 | 3 };
      readonly content?: readonly Inline[] | undefined;
    }
  | { readonly type: 'bulletList'; readonly content: readonly ListItem[] }
  | {
      readonly type: 'orderedList';
      readonly attrs?: { readonly start: number } | undefined;
      readonly content: readonly ListItem[];
    }
  | { readonly type: 'table'; readonly content: readonly TableRow[] }
  | RecordRef;

export interface RichText {
  readonly type: 'doc';
  readonly content: readonly Block[];
}

/** Deeper lists and tables than anyone writes; what goes beyond is not read. */
const DEEPEST = 60;
const MOST_SPANNED = 100;
const LINK = /^(https?:\/\/|mailto:)\S+$/i;

const id = z.custom<Id>(isId, { error: 'invalidId' });

const mark: z.ZodType<Mark> = z.union([
  z.object({ type: z.enum(['bold', 'italic', 'underline']) }),
  z.object({
    type: z.literal('link'),
    attrs: z.object({ href: z.string().max(2000).regex(LINK) }),
  }),
]);

const recordRef: z.ZodType<RecordRef> = z.object({
  type: z.enum(['decisionRef', 'actionRef']),
  attrs: z.object({ id }),
});

const inline: z.ZodType<Inline> = z.union([
  z.object({
    type: z.literal('text'),
    text: z.string().min(1),
    marks: z.array(mark).max(8).optional(),
  }),
  z.object({ type: z.literal('hardBreak') }),
  z.object({
    type: z.literal('mention'),
    attrs: z.object({ table: z.string().max(60), id, label: z.string().max(500) }),
  }),
  recordRef,
]);

const inlines = z.array(inline).optional();
const blocks = z.array(z.lazy(() => block));

const listItem: z.ZodType<ListItem> = z.object({ type: z.literal('listItem'), content: blocks });

const span = z.int().min(1).max(MOST_SPANNED).default(1);
const tableCell: z.ZodType<TableCell> = z.object({
  type: z.enum(['tableHeader', 'tableCell']),
  attrs: z.object({ colspan: span, rowspan: span }).optional(),
  content: blocks,
});

const tableRow: z.ZodType<TableRow> = z.object({
  type: z.literal('tableRow'),
  content: z.array(tableCell),
});

const block: z.ZodType<Block> = z.union([
  z.object({ type: z.literal('paragraph'), content: inlines }),
  z.object({
    type: z.literal('heading'),
    attrs: z.object({ level: z.union([z.literal(1), z.literal(2), z.literal(3)]) }),
    content: inlines,
  }),
  z.object({ type: z.literal('bulletList'), content: z.array(listItem) }),
  z.object({
    type: z.literal('orderedList'),
    attrs: z.object({ start: z.int().min(0).max(100_000).default(1) }).optional(),
    content: z.array(listItem),
  }),
  z.object({ type: z.literal('table'), content: z.array(tableRow) }),
  recordRef,
]);

const document = z.object({ type: z.literal('doc'), content: blocks });

/** Whether nodes lie in one another within reason, told without recursion. */
function isShallow(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return false;
    level = level.flatMap((node) =>
      typeof node === 'object' && node !== null ? Object.values(node) : [],
    );
  }
  return true;
}

/** The document that a value is, without attributes of no use here; null when it is none. */
export function readRichText(value: unknown): RichText | null {
  if (!isShallow(value)) return null;
  const parsed = document.safeParse(value);
  return parsed.success ? parsed.data : null;
}

function fromJson(text: string): RichText | null {
  if (!text.startsWith('{')) return null;
  try {
    return readRichText(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Whether a text may be kept in a column of rich text: plain, or a document that is understood. */
export function isRichTextOrPlain(text: string): boolean {
  return !/^\{\s*"type"\s*:/.test(text) || fromJson(text) !== null;
}

export const emptyRichText: RichText = { type: 'doc', content: [] };

/** What a column of rich text holds. A plain text becomes paragraphs, one a line; nothing is refused. */
export function parseRichText(text: string | null): RichText {
  if (text === null || text.trim() === '') return emptyRichText;
  return fromJson(text) ?? richTextOfLines(text.split(/\r?\n/));
}

/** Paragraphs of plain text. */
export function richTextOfLines(lines: readonly string[]): RichText {
  return {
    type: 'doc',
    content: lines.map((line) =>
      line === ''
        ? { type: 'paragraph' }
        : { type: 'paragraph', content: [{ type: 'text', text: line }] },
    ),
  };
}

/** As a column keeps it; null for a document in which nothing is written. */
export function richTextToKeep(doc: RichText): string | null {
  return isBlankRichText(doc) ? null : JSON.stringify(doc);
}

export function isBlankRichText(doc: RichText): boolean {
  return doc.content.every(
    (node) =>
      (node.type === 'paragraph' || node.type === 'heading') && (node.content ?? []).length === 0,
  );
}

/** How the decisions and actions placed in a text are worded; without it they are left out. */
export type WordingOfRef = (ref: RecordRef) => string;

const nothing: WordingOfRef = () => '';

function inlineText(nodes: readonly Inline[] | undefined, wordingOf: WordingOfRef): string {
  const texts = (nodes ?? []).map((node) => {
    if (node.type === 'text') return node.text;
    if (node.type === 'hardBreak') return '\n';
    return node.type === 'mention' ? node.attrs.label : wordingOf(node);
  });
  return texts.join('');
}

function itemLines(item: ListItem, sign: string, wordingOf: WordingOfRef): string[] {
  const [first = '', ...others] = item.content.flatMap((node) => linesOf(node, wordingOf));
  return [`${sign} ${first}`, ...others.map((line) => `  ${line}`)];
}

function cellText(cell: TableCell, wordingOf: WordingOfRef): string {
  return cell.content
    .flatMap((node) => linesOf(node, wordingOf))
    .join(' ')
    .replaceAll('\n', ' ');
}

function linesOf(node: Block, wordingOf: WordingOfRef): string[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(node.content, wordingOf).split('\n');
    case 'bulletList':
      return node.content.flatMap((item) => itemLines(item, '-', wordingOf));
    case 'orderedList': {
      const start = node.attrs?.start ?? 1;
      return node.content.flatMap((item, index) => itemLines(item, `${start + index}.`, wordingOf));
    }
    case 'table':
      return node.content.map((row) =>
        row.content.map((cell) => cellText(cell, wordingOf)).join('\t'),
      );
    default:
      return [wordingOf(node)].filter((line) => line !== '');
  }
}

/** The words alone, a paragraph, list item or table row to the line: for searches, diffs and e-mails. */
export function plainTextOf(doc: RichText, wordingOf: WordingOfRef = nothing): string {
  return doc.content.flatMap((node) => linesOf(node, wordingOf)).join('\n');
}

/** The words of what a column of rich text holds, laid out or plain. */
export function wordsOfRichText(text: string): string {
  const doc = fromJson(text);
  return doc === null ? text : plainTextOf(doc);
}

/** The decisions and actions placed in a text, in order, wherever they stand. */
export function refsOf(doc: RichText): RecordRef[] {
  const found: RecordRef[] = [];
  const visit = (node: Block | Inline | ListItem | TableRow | TableCell): void => {
    if (node.type === 'decisionRef' || node.type === 'actionRef') found.push(node);
    else if ('content' in node) for (const child of node.content ?? []) visit(child);
  };
  for (const node of doc.content) visit(node);
  return found;
}
