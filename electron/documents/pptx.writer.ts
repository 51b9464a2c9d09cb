import PptxGenJS from 'pptxgenjs';
import type { DocumentModel } from '#documents/model.ts';
import { definePptxMasters, pptxDeck } from '#documents/pptx.canvas.ts';
import { prepareDocument } from '#documents/prepare.ts';
import { composeSlides } from '#documents/slides.compose.ts';
import { footerText } from '#documents/slides.labels.ts';
import { fontName } from '#documents/theme.ts';
import { validDay } from '#documents/typography.ts';
import { escapeXml } from '#documents/xml.ts';
import { rezip } from '#documents/zip.ts';

/** Properties of a paragraph that the library repeats before each further run: a paragraph has them once, first. */
const REPEATED_PROPERTIES = /(<\/a:r>|<a:br\/>)<a:pPr\b(?:[^>]*\/>|[^>]*>.*?<\/a:pPr>)/gsu;

/** A paragraph without a mark is put at the margin whatever its level. */
const UNINDENTED_LEVEL = /lvl="(\d)" indent="0" marL="0"/gu;
/** Twenty points, as marked paragraphs are indented. */
const LEVEL_EMU = 254_000;

/** What the library leaves wrong: repeated properties, the language of texts, dates that change at each run. */
function finishPart(path: string, xml: string, language: string, day: string): string {
  if (path === 'docProps/core.xml')
    return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${day}T12:00:00Z`);
  if (!path.startsWith('ppt/')) return xml;
  const indented = (_match: string, level: string): string =>
    `lvl="${level}" indent="0" marL="${Number(level) * LEVEL_EMU}"`;
  return (
    xml
      .replace(REPEATED_PROPERTIES, '$1')
      .replace(UNINDENTED_LEVEL, indented)
      // The first row names the columns: screen readers say so for each cell.
      .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1" bandRow="1"/>')
      .replaceAll('lang="en-US"', `lang="${language}"`)
  );
}

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
