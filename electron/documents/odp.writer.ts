import type { DocumentModel } from '#documents/model.ts';
import type { WriteOptions } from '#documents/options.ts';
import { odfPackage } from '#documents/odf.package.ts';
import { odpDeck } from '#documents/odp.canvas.ts';
import { odpStylesPart } from '#documents/odp.style.ts';
import type { OdpContext } from '#documents/odp.style.ts';
import { odpListStyles } from '#documents/odp.text.ts';
import { autoStyles } from '#documents/odt.inline.ts';
import { fontFaces, metaPart, namespaces } from '#documents/odt.style.ts';
import { prepareDocument } from '#documents/prepare.ts';
import { composeSlides } from '#documents/slides.compose.ts';
import { footerText } from '#documents/slides.labels.ts';
import { validDay } from '#documents/typography.ts';
import { element, escapeXml } from '#documents/xml.ts';

const MIME = 'application/vnd.oasis.opendocument.presentation';

/** The document as a 16:9 OpenDocument presentation: the same slides as the PPTX, with native tables and charts. */
export function writeOdp(model: DocumentModel, options: WriteOptions = {}): Promise<Uint8Array> {
  const document = prepareDocument(model, 'slides', options);
  const context: OdpContext = {
    document,
    styles: new Map(),
    parts: [],
    counters: { objects: 0 },
  };
  const deck = odpDeck(context);
  composeSlides(deck, document);
  const pages = deck.pages();
  const footer = element(
    'presentation:footer-decl',
    { 'presentation:name': 'footer' },
    escapeXml(footerText(document)),
  );
  const content = `<?xml version="1.0" encoding="UTF-8"?>${element(
    'office:document-content',
    {
      ...namespaces,
      'xmlns:loext': 'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0',
    },
    fontFaces(document.theme) +
      element('office:automatic-styles', {}, odpListStyles(document.theme) + autoStyles(context)) +
      element('office:body', {}, element('office:presentation', {}, footer + pages)),
  )}`;
  const day = validDay(model.meta.date);
  return Promise.resolve(
    odfPackage(
      MIME,
      [
        ['content.xml', content],
        ['styles.xml', odpStylesPart(context)],
        ['meta.xml', metaPart(document.meta, day)],
      ],
      context.parts,
      day,
    ),
  );
}
