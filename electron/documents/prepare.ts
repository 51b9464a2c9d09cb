import type { DocumentModel, Inline, Section, TraceInline } from '#documents/model.ts';
import type { DocumentLogo, WriteOptions } from '#documents/options.ts';
import { builtInTheme } from '#documents/theme.ts';
import type { DocumentTheme } from '#documents/theme.ts';
import { formatDate, formatNumber, typeset } from '#documents/typography.ts';
import { wordsFor } from '#documents/words.ts';
import type { SlideFrame } from '#documents/slides.frame.ts';
import type { Words } from '#documents/words.ts';
import { withoutInvalid } from '#documents/xml.ts';

/** A section as the writers see it: numbered, with its level and an anchor. */
export interface PreparedSection extends Omit<Section, 'sections'> {
  readonly sections: readonly PreparedSection[];
  /** 1 to 3. */
  readonly level: 1 | 2 | 3;
  /** "2.1", or nothing. */
  readonly number: string;
  /** Unique in the document, fit for ids and bookmarks. */
  readonly anchor: string;
}

export type DocumentForm = 'text' | 'slides';

/** The document with its texts cleaned and typeset, its sections chosen for the form and numbered. */
export interface PreparedDocument extends Omit<DocumentModel, 'sections'> {
  readonly sections: readonly PreparedSection[];
  readonly words: Words;
  readonly dateLabel: string;
  /** Number of each source in the annex, by id. */
  readonly sourceNumbers: ReadonlyMap<string, number>;
  readonly theme: DocumentTheme;
  /** At the head of every page; null where none is wanted. */
  readonly headerLogo: DocumentLogo | null;
  /** The organisation's own words at the foot of pages; empty where the title stands there. */
  readonly ownFooter: string;
  readonly hasPageNumbers: boolean;
  /** Where slides may put what, on a template of the organisation; null on the program's own. */
  readonly slideFrame: SlideFrame | null;
}

const KEPT_KEYS = new Set([
  'type',
  'key',
  'href',
  'id',
  'records',
  'bytes',
  'mime',
  'variant',
  'tone',
  'align',
  'kind',
  'slide',
  'only',
  'where',
  'date',
  'language',
  'numbering',
  'layout',
]);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);

/** Lines of one text run become runs with breaks between them. */
const splitLines = (value: unknown): readonly unknown[] => {
  if (!isRecord(value) || value['type'] !== 'text' || typeof value['text'] !== 'string')
    return [value];
  const lines = value['text'].split('\n');
  return lines.flatMap((text, index) => [
    ...(index > 0 ? [{ type: 'break' }] : []),
    { type: 'text', text },
  ]);
};

function mapTexts(value: unknown, fix: (text: string) => string): unknown {
  if (Array.isArray(value)) {
    return value.flatMap((each) =>
      typeof each === 'string' ? [fix(each)] : splitLines(mapTexts(each, fix)),
    );
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (KEPT_KEYS.has(key) || (key === 'source' && typeof each === 'string')) return [key, each];
      if (typeof each !== 'string') return [key, mapTexts(each, fix)];
      const text = fix(each);
      return [key, key === 'text' ? text : text.replace(/\n/gu, ' ')];
    }),
  );
}

function prepareSections(
  sections: readonly Section[],
  form: DocumentForm,
  isNumbering: boolean,
  depth: number,
  prefix: string,
  path: string,
): readonly PreparedSection[] {
  let count = 0;
  return sections
    .filter((section) => section.only === undefined || section.only === form)
    .map((section, index) => {
      const isCounted = isNumbering && section.isNumbered;
      if (isCounted) count += 1;
      const number = isCounted ? `${prefix}${count}` : '';
      const anchor = `${path}${index + 1}`;
      const level = depth >= 3 ? 3 : depth === 2 ? 2 : 1;
      const children = prepareSections(
        section.sections,
        form,
        isCounted,
        depth + 1,
        `${number}.`,
        `${anchor}-`,
      );
      return { ...section, level, number, anchor, sections: children };
    });
}

/** The document with the organisation's own name and logo, which yields to one of the document's own. */
function inStyle(model: DocumentModel, { organisation, logo }: WriteOptions): DocumentModel {
  const { meta, titlePage } = model;
  return {
    ...model,
    meta: organisation === undefined ? meta : { ...meta, organisation },
    titlePage:
      logo === undefined || titlePage.logo !== undefined
        ? titlePage
        : { ...titlePage, logo: logo.picture, logoAlt: logo.alt },
  };
}

/** What every writer starts from. `form` chooses among sections that are for slides or for text only. */
export function prepareDocument(
  model: DocumentModel,
  form: DocumentForm,
  options: WriteOptions = {},
): PreparedDocument {
  const { language } = model.meta;
  const fix = (text: string): string => typeset(withoutInvalid(text), language);
  // The mapping keeps every key and only rewrites strings, so the shape stays the model's.
  const clean = mapTexts(inStyle(model, options), fix) as DocumentModel;
  return {
    ...clean,
    sections: prepareSections(
      clean.sections,
      form,
      clean.numbering === 'decimal',
      1,
      '',
      'section-',
    ),
    words: wordsFor(language),
    dateLabel: clean.titlePage.dateLabel ?? formatDate(clean.meta.date, language),
    sourceNumbers: new Map(clean.sources.map((entry, index) => [entry.id, index + 1])),
    theme: options.theme ?? builtInTheme,
    headerLogo: options.logo?.isInHeader === true ? options.logo : null,
    ownFooter: fix(options.footer ?? ''),
    hasPageNumbers: options.hasPageNumbers ?? true,
    slideFrame: options.slideFrame ?? null,
  };
}

const SHORT_FOOTER = 80;

/**
 * What stands at the head and the foot of pages. A document without a title page needs no head: its
 * first lines say the same.
 */
export function runningTexts({ meta, titlePage, layout, ownFooter }: PreparedDocument): {
  readonly header: string;
  readonly footer: string;
} {
  if (layout === 'letters') return { header: '', footer: '' };
  const { title, subtitle } = meta;
  const both = subtitle === undefined || subtitle === '' ? title : `${title} – ${subtitle}`;
  const footer = both.length <= SHORT_FOOTER ? both : title;
  const short = footer.length > SHORT_FOOTER ? `${footer.slice(0, SHORT_FOOTER - 1)}…` : footer;
  const isCompact = titlePage.isCompact === true;
  if (ownFooter !== '') return { header: isCompact ? '' : short, footer: ownFooter };
  return { header: isCompact ? '' : meta.organisation, footer: short };
}

/** Every section, parents before their children. */
export const allSections = (sections: readonly PreparedSection[]): readonly PreparedSection[] =>
  sections.flatMap((section) => [section, ...allSections(section.sections)]);

/** A value with its unit, as the language writes it. */
export const valueText = (
  value: number | string,
  unit: string | undefined,
  document: PreparedDocument,
): string => {
  const { language } = document.meta;
  const text = typeof value === 'number' ? formatNumber(value, language) : value;
  return unit === undefined || unit === '' ? text : `${text}\u00a0${unit}`;
};

export const traceText = (trace: TraceInline, document: PreparedDocument): string =>
  valueText(trace.value, trace.unit, document);

/** Runs as plain text: for measures, outlines, alt texts and properties. Foot notes are left out. */
export function plainText(content: readonly Inline[], document: PreparedDocument): string {
  return content
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          return inline.text;
        case 'break':
          return ' ';
        case 'trace':
          return traceText(inline, document);
        case 'note':
          return '';
        default:
          return plainText(inline.content, document);
      }
    })
    .join('');
}

/** The address when a document may link to it, otherwise nothing. */
export function safeHref(href: string): string | null {
  const clean = withoutInvalid(href).trim();
  if (!/^(?:https?:\/\/|mailto:)/iu.test(clean)) return null;
  try {
    return new URL(clean).href;
  } catch {
    return null;
  }
}
