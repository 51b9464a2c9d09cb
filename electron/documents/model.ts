/** Languages a document can be written in. */
export type DocumentLanguage = 'fr' | 'en';

/** A record behind a figure: the register (table) it lies in and its id. */
export interface RecordRef {
  readonly table: string;
  readonly id: string;
}

/** An image given as bytes; width and height are its natural size in pixels. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly mime: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

export interface TextInline {
  readonly type: 'text';
  readonly text: string;
}
export interface StrongInline {
  readonly type: 'strong';
  readonly content: readonly Inline[];
}
export interface EmphasisInline {
  readonly type: 'emphasis';
  readonly content: readonly Inline[];
}
/** `href` is kept only when it is `https:`, `http:` or `mailto:`; otherwise the text stays, unlinked. */
export interface LinkInline {
  readonly type: 'link';
  readonly href: string;
  readonly content: readonly Inline[];
}
export interface BreakInline {
  readonly type: 'break';
}
/** A figure that can be traced: numbers are formatted for the language, strings shown as they are. */
export interface TraceInline {
  readonly type: 'trace';
  readonly value: number | string;
  readonly unit?: string;
  readonly records: readonly RecordRef[];
  /** Id of an entry of the document's `sources`; shown as a reference to the annex. */
  readonly source?: string;
}
/** A foot note called where it stands. */
export interface NoteInline {
  readonly type: 'note';
  readonly content: readonly Inline[];
}
export type Inline =
  | TextInline
  | StrongInline
  | EmphasisInline
  | LinkInline
  | BreakInline
  | TraceInline
  | NoteInline;

export interface ParagraphBlock {
  readonly type: 'paragraph';
  readonly content: readonly Inline[];
  /** `lead`: larger introduction; `small`: remark or credit line; `address`: on the right half, as letters have it. */
  readonly variant: 'normal' | 'lead' | 'small' | 'address';
}
export interface ListItem {
  readonly content: readonly Inline[];
  /** What belongs under the item: nested lists, further paragraphs. */
  readonly blocks: readonly FlowBlock[];
}
export interface ListBlock {
  readonly type: 'list';
  readonly ordered: boolean;
  /** First number of an ordered list. */
  readonly start: number;
  readonly items: readonly ListItem[];
}
/** Blocks that may stand inside list items, cells, columns, steps and callouts. */
export type FlowBlock = ParagraphBlock | ListBlock;

export interface QuoteBlock {
  readonly type: 'quote';
  readonly content: readonly Inline[];
  readonly attribution?: readonly Inline[];
}
export interface CalloutBlock {
  readonly type: 'callout';
  readonly tone: 'info' | 'success' | 'warning';
  readonly title?: readonly Inline[];
  readonly blocks: readonly FlowBlock[];
}
export interface DefinitionEntry {
  readonly term: readonly Inline[];
  readonly definition: readonly Inline[];
  readonly source?: readonly Inline[];
}
export interface DefinitionsBlock {
  readonly type: 'definitions';
  readonly entries: readonly DefinitionEntry[];
}
export interface KeyFigure {
  readonly value: number | string;
  readonly unit?: string;
  readonly label: readonly Inline[];
  readonly records: readonly RecordRef[];
  readonly source?: string;
}
export interface KeyFiguresBlock {
  readonly type: 'keyFigures';
  readonly items: readonly KeyFigure[];
}
export interface TableColumn {
  readonly header: readonly Inline[];
  readonly align: 'start' | 'center' | 'end';
  /** Relative width; columns share the text width in proportion. */
  readonly weight: number;
}
export interface TableCell {
  readonly blocks: readonly FlowBlock[];
}
export interface TableBlock {
  readonly type: 'table';
  readonly caption?: readonly Inline[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Whether the first cell of each row names the row. */
  readonly hasRowHeaders: boolean;
  /** A sheet to be filled in by hand: every cell is framed, rows are tall enough to sign in. */
  readonly isForm?: boolean;
}
export interface ComparisonSide {
  readonly title: readonly Inline[];
  readonly blocks: readonly FlowBlock[];
}
/** Two points of view side by side. */
export interface ComparisonBlock {
  readonly type: 'comparison';
  readonly left: ComparisonSide;
  readonly right: ComparisonSide;
}
export interface ChartSeries {
  readonly name: string;
  /** One value per category; null leaves a gap. */
  readonly values: readonly (number | null)[];
}
export interface ChartBlock {
  readonly type: 'chart';
  readonly kind: 'bar' | 'horizontalBar' | 'funnel' | 'line';
  readonly title: readonly Inline[];
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** What the values count ("entreprises", "€"). */
  readonly unit?: string;
  /** What the chart shows, for those who do not see it. */
  readonly alt: string;
  readonly source?: readonly Inline[];
}
export interface Step {
  readonly title: readonly Inline[];
  readonly blocks: readonly FlowBlock[];
  /** When the phase ends, in words ("30 juin 2017"). */
  readonly deadline?: string;
  /** How many pass ("20 à 30 entreprises"). */
  readonly quota?: string;
}
/** Numbered phases of a process. */
export interface StepsBlock {
  readonly type: 'steps';
  readonly items: readonly Step[];
}
export interface TimelineEntry {
  /** The moment in words ("9 mai 2017", "20 – 26 novembre 2017"). */
  readonly when: string;
  readonly title: readonly Inline[];
  readonly detail?: readonly Inline[];
}
export interface TimelineBlock {
  readonly type: 'timeline';
  readonly items: readonly TimelineEntry[];
}
export interface FigureBlock {
  readonly type: 'figure';
  readonly picture: Picture;
  readonly alt: string;
  readonly caption?: readonly Inline[];
}
/** `page`: text formats start a page here; `slide`: presentations start a continuation slide. */
export interface BreakBlock {
  readonly type: 'pageBreak';
  readonly where: 'page' | 'slide' | 'both';
}
export type Block =
  | ParagraphBlock
  | ListBlock
  | QuoteBlock
  | CalloutBlock
  | DefinitionsBlock
  | KeyFiguresBlock
  | TableBlock
  | ComparisonBlock
  | ChartBlock
  | StepsBlock
  | TimelineBlock
  | FigureBlock
  | BreakBlock;

/** How a section wants to be shown on slides; `content` lets the writer choose. */
export type SlideLayout = 'content' | 'twoColumns' | 'figures' | 'chart' | 'divider' | 'closing';

export interface Section {
  /** What it is known by from one making of the document to the next; authors arrange sections by it. */
  readonly key?: string;
  /** Whether an author may give it one part for each sub-group. */
  readonly isRepeatable?: boolean;
  readonly title: readonly Inline[];
  /** What stands above the title: sender, recipient and date of a letter. Text formats only. */
  readonly opening?: readonly ParagraphBlock[];
  readonly blocks: readonly Block[];
  /** Sub-sections; the heading level is the depth (3 and deeper look alike). */
  readonly sections: readonly Section[];
  readonly slide: SlideLayout;
  /** What the speaker says, one paragraph per entry; shown with slides only. */
  readonly speakerNotes: readonly string[];
  /** Restricts the section to presentations or to text documents. */
  readonly only?: 'slides' | 'text';
  /** Whether text formats start it on a new page. */
  readonly startsPage: boolean;
  /** Whether it carries a number and stands in the plan and the table of contents. */
  readonly isNumbered: boolean;
}

/** A place a figure comes from, listed in the annex. */
export interface SourceEntry {
  readonly id: string;
  readonly label: readonly Inline[];
  readonly records: readonly RecordRef[];
}

export interface DocumentMeta {
  readonly title: string;
  readonly subtitle?: string;
  readonly organisation: string;
  /** The group or body that speaks, above the title. */
  readonly group?: string;
  readonly author?: string;
  /** ISO date (YYYY-MM-DD) the document speaks of; also its date of creation in the file. */
  readonly date: string;
  readonly language: DocumentLanguage;
  /** Id of the report ("synthesis", "restitution"), kept as the file's category. */
  readonly kind: string;
  readonly subject?: string;
  readonly keywords?: readonly string[];
}

export interface TitlePage {
  /** The moment in words; the meta date is written out when absent. */
  readonly dateLabel?: string;
  /** Further facts under the date: label and value. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly logo?: Picture;
  readonly logoAlt?: string;
  /** Text formats put it at the head of the first page instead of giving it a page of its own. */
  readonly isCompact?: boolean;
}

/** The whole document: what every writer receives. */
export interface DocumentModel {
  readonly meta: DocumentMeta;
  /** `letters`: each section is a letter of its own, so no title and nothing at the head and foot of pages. */
  readonly layout?: 'letters';
  readonly titlePage: TitlePage;
  /** Numbers headings 1, 1.1, … and, when long enough, adds a table of contents to text formats. */
  readonly numbering: 'none' | 'decimal';
  readonly hasContents: boolean;
  readonly sections: readonly Section[];
  readonly sources: readonly SourceEntry[];
}
