import PptxGenJS from 'pptxgenjs';
import type { DocumentModel } from '#documents/model.ts';
import { definePptxMasters, pptxDeck } from '#documents/pptx.canvas.ts';
import { prepareDocument } from '#documents/prepare.ts';
import { finishPart } from '#documents/pptx.finish.ts';
import { composeSlides } from '#documents/slides.compose.ts';
import { footerText } from '#documents/slides.labels.ts';
import { fontName } from '#documents/theme.ts';
import { validDay } from '#documents/typography.ts';
import { escapeXml } from '#documents/xml.ts';
import { rezip } from '#documents/zip.ts';

/** The document as a 16:9 presentation with native tables and charts; what is too long goes on « (suite) » slides. */
export async function writePptx(model: DocumentModel): Promise<Uint8Array> {
  const document = prepareDocument(model, 'slides');
  const { meta } = document;
  const file = new PptxGenJS();
  file.theme = { headFontFace: fontName, bodyFontFace: fontName };
  file.title = escapeXml(meta.title);
  file.author = escapeXml(meta.author ?? meta.organisation);
  file.company = escapeXml(meta.organisation);
  file.subject = escapeXml(meta.subject ?? meta.subtitle ?? meta.title);
  const deck = pptxDeck(file, document);
  definePptxMasters(file, footerText(document));
  composeSlides(deck, document);
  deck.finish();
  const written = await file.write({ outputType: 'uint8array' });
  if (!(written instanceof Uint8Array))
    throw new TypeError('The presentation library returned no bytes.');
  return rezip(written, meta.date, (path, xml) =>
    finishPart(path, xml, meta.language === 'fr' ? 'fr-FR' : 'en-GB', validDay(meta.date)),
  );
}
