/** A font embedded in web pages, so that they look the same everywhere. */
export interface WebFont {
  readonly family: string;
  /** CSS weight: "400", or a range such as "200 900" for variable fonts. */
  readonly weight: string;
  readonly style: 'normal' | 'italic';
  readonly woff2: Uint8Array;
}

/** What a writer may be given besides the document. */
export interface WriteOptions {
  /** Embedded in HTML only; the other formats name a font that offices have. */
  readonly fonts?: readonly WebFont[];
  /** Who prints page numbers: the page's own CSS, or the caller (see `pdfOptions`). */
  readonly pageNumbers?: 'css' | 'caller';
}
