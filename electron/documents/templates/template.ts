/** What a template of an organisation may be. */
export type TemplateKind = 'docx' | 'odt' | 'pptx';

/** Parts of a template by path, inflated under watch by whoever opened the file. */
export interface TemplatePackage {
  readonly kind: TemplateKind;
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

export const templateErrorCodes = [
  'empty',
  'tooLarge',
  'notAZip',
  'oldFormat',
  'encrypted',
  'damaged',
  'forged',
  'bomb',
  'wrongKind',
  'missingPart',
  'badXml',
  'forbiddenXml',
  'strict',
] as const;
export type TemplateErrorCode = (typeof templateErrorCodes)[number];

/** The template cannot be used at all; `part` is the place in the file. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly code: TemplateErrorCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: TemplateErrorCode,
    details: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.code = code;
    this.details = details;
  }
}

export const lackCodes = [
  'style',
  'ownStyles',
  'tableStyle',
  'noTheme',
  'noPage',
  'columns',
  'narrow',
  'bodyIgnored',
  'macros',
  'external',
  'embedded',
  'field',
  'protection',
  'revisions',
  'layout',
  'noTitle',
  'noBody',
  'noFooter',
  'noNumber',
  'smallBody',
  'masterPage',
  'outline',
  'slidesIgnored',
] as const;
export type LackCode = (typeof lackCodes)[number];

/** Something that the template lacks or carries needlessly, and where; told in words by the checks. */
export interface TemplateLack {
  readonly code: LackCode;
  /** Part of the file, or the name of a style, layout or page that one looks for in the office. */
  readonly place: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What a template says of its looks, for the parts that the program draws itself. */
export interface TemplateLook {
  /** Six hex digits. */
  readonly accent: string | null;
  readonly second: string | null;
  readonly textFont: string | null;
  readonly headingFont: string | null;
}

/** Words of the document that a template may ask for with marks such as {{titre}}. */
export interface DocumentWords {
  readonly title: string;
  readonly subtitle: string;
  readonly date: string;
  readonly group: string;
  readonly organisation: string;
  readonly author: string;
}

/** A document in the organisation's dress. */
export interface Dressed {
  readonly bytes: Uint8Array;
  readonly lacks: readonly TemplateLack[];
}

/** What became of a template when a document was written. */
export type TemplateOutcome =
  | { readonly isUsed: true; readonly lacks: readonly TemplateLack[] }
  /** Why the program's own look was taken instead. */
  | { readonly isUsed: false; readonly error: TemplateError };
