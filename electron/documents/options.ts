import type { Picture } from '#documents/model.ts';
import type { SlideFrame } from '#documents/slides.frame.ts';
import type { TemplateOutcome, TemplatePackage } from '#documents/templates/template.ts';
import type { DocumentTheme } from '#documents/theme.ts';

/** A font embedded in web pages, so that they look the same everywhere. */
export interface WebFont {
  readonly family: string;
  /** CSS weight: "400", or a range such as "200 900" for variable fonts. */
  readonly weight: string;
  readonly style: 'normal' | 'italic';
  readonly woff2: Uint8Array;
}

/** A picture of the organisation's own. */
export interface DocumentLogo {
  readonly picture: Picture;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  /** Whether it also stands at the head of every page. */
  readonly isInHeader: boolean;
}

/** What a writer may be given besides the document. */
export interface WriteOptions {
  /** Embedded in HTML only; the other formats name a font that offices have. */
  readonly fonts?: readonly WebFont[];
  /** Colours and fonts; the program's own where nothing is said. */
  readonly theme?: DocumentTheme;
  readonly logo?: DocumentLogo;
  /** Instead of the name of the organisation that the document gives. */
  readonly organisation?: string;
  /** Instead of the title at the foot of pages. */
  readonly footer?: string;
  /** Whether pages and slides carry numbers; they do unless this is false. */
  readonly hasPageNumbers?: boolean;
  /** The organisation's own template of the format; the others do without. */
  readonly template?: TemplatePackage;
  /** Where a template leaves room on slides; given by whoever applies it. */
  readonly slideFrame?: SlideFrame;
  /** Told what the template lacked, or that it could not be used and the own look was taken. */
  readonly onTemplate?: (outcome: TemplateOutcome) => void;
  /** Who prints page numbers: the page's own CSS, or the caller (see `pdfOptions`). */
  readonly pageNumbers?: 'css' | 'caller';
  /** For the window's preview: figures with records behind them can be reached and pressed. */
  readonly hasPressableFigures?: boolean;
}
