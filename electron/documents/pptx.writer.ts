import PptxGenJS from 'pptxgenjs';
import type { DocumentModel } from '#documents/model.ts';
import type { WriteOptions } from '#documents/options.ts';
import { definePptxMasters, pptxDeck } from '#documents/pptx.canvas.ts';
import { prepareDocument } from '#documents/prepare.ts';
import { finishPart } from '#documents/pptx.finish.ts';
import { composeSlides } from '#documents/slides.compose.ts';
import type { DocumentTheme } from '#documents/theme.ts';
import { validDay } from '#documents/typography.ts';
import { escapeXml } from '#documents/xml.ts';
import { rezip } from '#documents/zip.ts';

const THEME_COLOURS = /<a:(dk2|lt2|accent[1-6]|hlink|folHlink)>.*?<\/a:\1>/gsu;

/** The palette that the office offers: the organisation's colours, where it has any. */
function themed(path: string, xml: string, { isBuiltIn, colors, series }: DocumentTheme): string {
  if (isBuiltIn || !path.startsWith('ppt/theme/')) return xml;
  return xml.replace(THEME_COLOURS, (_all, name: string) => {
    const fixed: Readonly<Record<string, string>> = {
      dk2: colors.accentDark,
      lt2: colors.accentSoft,
      hlink: colors.accent,
      folHlink: colors.accentDark,
    };
    const color = fixed[name] ?? series[Number(name.slice(-1)) - 1] ?? colors.accent;
    return `<a:${name}><a:srgbClr val="${color}"/></a:${name}>`;
  });
}

/** The document as a 16:9 presentation with native tables and charts; what is too long goes on « (suite) » slides. */
export async function writePptx(
  model: DocumentModel,
  options: WriteOptions = {},
): Promise<Uint8Array> {
  const document = prepareDocument(model, 'slides', options);
  const { meta, theme } = document;
  const file = new PptxGenJS();
  file.theme = { headFontFace: theme.fonts.heading, bodyFontFace: theme.fonts.text };
  file.title = escapeXml(meta.title);
  file.author = escapeXml(meta.author ?? meta.organisation);
  file.company = escapeXml(meta.organisation);
  file.subject = escapeXml(meta.subject ?? meta.subtitle ?? meta.title);
  const deck = pptxDeck(file, document);
  definePptxMasters(file, document);
  composeSlides(deck, document);
  deck.finish();
  const written = await file.write({ outputType: 'uint8array' });
  if (!(written instanceof Uint8Array))
    throw new TypeError('The presentation library returned no bytes.');
  return rezip(written, meta.date, (path, xml) =>
    finishPart(
      path,
      themed(path, xml, theme),
      meta.language === 'fr' ? 'fr-FR' : 'en-GB',
      validDay(meta.date),
    ),
  );
}
