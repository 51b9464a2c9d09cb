import type PptxGenJS from 'pptxgenjs';
import { INDENT, NUMBER_INDENT, SPACE_AFTER, isRightToLeft } from '#documents/slides.text.ts';
import type { SlideParagraph } from '#documents/slides.text.ts';
import type { DocumentTheme } from '#documents/theme.ts';

/** How the levels of a numbered list are counted. */
const NUMBERS = ['arabicPeriod', 'alphaLcPeriod', 'romanLcPeriod'] as const;

/** Paragraphs as the library wants them: the first run carries the paragraph, the last one ends it. */
export function pptxText(
  { colors }: DocumentTheme,
  paragraphs: readonly SlideParagraph[],
  size: number,
  color: string = colors.text,
): PptxGenJS.TextProps[] {
  return paragraphs.flatMap((paragraph) => {
    const points = Math.round(size * paragraph.scale * 10) / 10;
    const runs = paragraph.runs.length > 0 ? paragraph.runs : [{ text: ' ' }];
    const isRtl = isRightToLeft(paragraph);
    let pendingBreak = false;
    const written = runs.flatMap((run): readonly PptxGenJS.TextProps[] => {
      if (run.text === '\n') {
        pendingBreak = true;
        return [];
      }
      const options: PptxGenJS.TextPropsOptions = {
        fontSize: run.scale === undefined ? points : Math.round(points * run.scale * 10) / 10,
        color: run.href === undefined ? (run.color ?? color) : colors.accent,
        bold: run.isBold ?? false,
        italic: run.isItalic ?? false,
        ...(run.isRaised === true ? { superscript: true } : {}),
        ...(run.href === undefined ? {} : { hyperlink: { url: run.href } }),
        ...(pendingBreak ? { softBreakBefore: true } : {}),
      };
      pendingBreak = false;
      return [{ text: run.text, options }];
    });
    const first = written[0];
    const last = written.at(-1);
    if (first?.options === undefined || last?.options === undefined) return [];
    if (paragraph.isTight !== true) first.options.paraSpaceAfter = points * SPACE_AFTER;
    first.options.rtlMode = isRtl;
    if (paragraph.mark !== 'none') {
      first.options.indentLevel = Math.max(0, paragraph.level - 1);
      first.options.bullet =
        paragraph.mark === 'bullet'
          ? { indent: INDENT }
          : {
              type: 'number',
              style: NUMBERS[(paragraph.level - 1) % NUMBERS.length] ?? 'arabicPeriod',
              numberStartAt: paragraph.mark,
              indent: NUMBER_INDENT,
            };
    } else if (paragraph.level > 0) {
      first.options.indentLevel = paragraph.level;
    }
    last.options.breakLine = true;
    return written;
  });
}
