import { deriveTheme } from '#documents/derive-theme.ts';
import type { DocumentModel } from '#documents/model.ts';
import type { WriteOptions } from '#documents/options.ts';
import { prepareDocument } from '#documents/prepare.ts';
import { footerText } from '#documents/slides.labels.ts';
import type { DocumentTheme } from '#documents/theme.ts';
import { validDay } from '#documents/typography.ts';
import { TemplateError } from './template.ts';
import type {
  DocumentWords,
  Dressed,
  TemplateKind,
  TemplateLook,
  TemplatePackage,
} from './template.ts';

type Write = (model: DocumentModel, options: WriteOptions) => Promise<Uint8Array>;

/** The colours and fonts of a template for what we draw ourselves, legible whatever they are. */
export function themeOf(look: TemplateLook): DocumentTheme {
  const hex = (color: string | null): string | null =>
    color !== null && /^[\dA-F]{6}$/u.test(color) ? color : null;
  return deriveTheme({
    accent: hex(look.accent),
    secondary: hex(look.second),
    textFont: look.textFont,
    headingFont: look.headingFont,
  });
}

function wordsOf(model: DocumentModel, options: WriteOptions) {
  const document = prepareDocument(model, 'text', options);
  const { meta } = document;
  return {
    document,
    words: {
      title: meta.title,
      subtitle: meta.subtitle ?? '',
      date: document.dateLabel,
      group: meta.group ?? '',
      organisation: meta.organisation,
      author: meta.author ?? meta.organisation,
      language: meta.language,
      day: validDay(meta.date),
    } satisfies DocumentWords & { readonly language: 'fr' | 'en'; readonly day: string },
  };
}

/** Loaded when a template is first applied: most documents are written without any. */
async function dressed(
  template: TemplatePackage,
  model: DocumentModel,
  options: WriteOptions,
  write: Write,
): Promise<Dressed> {
  // Their heads and feet carry their logo.
  const { logo: _logo, template: _template, ...rest } = options;
  const { document, words } = wordsOf(model, rest);
  switch (template.kind) {
    case 'docx': {
      const [{ OpcPackage }, { wordLook }, { dressDocx }] = await Promise.all([
        import('./opc.ts'),
        import('./docx.look.ts'),
        import('./docx.dress.ts'),
      ]);
      const theme = themeOf(wordLook(new OpcPackage(template.parts)));
      return dressDocx(await write(model, { ...rest, theme }), template, words);
    }
    case 'pptx': {
      const [{ OpcPackage }, { SlideTemplate }, { planSlides }, { dressPptx }] = await Promise.all([
        import('./opc.ts'),
        import('./pptx.layouts.ts'),
        import('./pptx.frame.ts'),
        import('./pptx.dress.ts'),
      ]);
      const slides = new SlideTemplate(new OpcPackage(template.parts));
      const theme = themeOf(slides.look);
      const plan = planSlides(slides);
      const bytes = await write(model, { ...rest, theme, slideFrame: plan.frame });
      return dressPptx(bytes, template, plan, {
        ...words,
        theme,
        footer: footerText({ ...document, theme }),
        hasPageNumbers: document.hasPageNumbers,
      });
    }
    case 'odt': {
      const [{ odtLook }, { dressOdt }] = await Promise.all([
        import('./odt.look.ts'),
        import('./odt.dress.ts'),
      ]);
      const theme = themeOf(odtLook(template));
      return dressOdt(await write(model, { ...rest, theme }), template, words);
    }
  }
}

/**
 * Writes a document in the dress of the template given; whatever is wrong with the template, the document
 * is written all the same, in the look that it has without one, and `onTemplate` is told.
 */
export async function writeOnTemplate(
  kind: TemplateKind,
  model: DocumentModel,
  options: WriteOptions,
  write: Write,
): Promise<Uint8Array> {
  const { template, ...own } = options;
  if (template === undefined || template.kind !== kind) return write(model, own);
  try {
    const { bytes, lacks } = await dressed(template, model, options, write);
    options.onTemplate?.({ isUsed: true, lacks });
    return bytes;
  } catch (cause) {
    const error =
      cause instanceof TemplateError
        ? cause
        : new TemplateError('damaged', { part: '' }, { cause });
    options.onTemplate?.({ isUsed: false, error });
    return write(model, own);
  }
}
