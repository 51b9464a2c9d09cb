import type PptxGenJS from 'pptxgenjs';
import type { Picture } from '#documents/model.ts';
import { addPptxChart } from '#documents/pptx.chart.ts';
import { pptxText } from '#documents/pptx.text.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import { footerText } from '#documents/slides.labels.ts';
import { FOOTER_SIZE, footLogo, slideMasters } from '#documents/slides.masters.ts';
import { cellPadding, slideSize } from '#documents/slides.stage.ts';
import type { SlideCanvas, SlideDeck, SlideRow, SlideTable } from '#documents/slides.stage.ts';
import type { DocumentTheme } from '#documents/theme.ts';

/** Name of a text that belongs in the place that a layout keeps for it. */
export const BODY_SLOT = 'body slot';

const dataOf = ({ mime, bytes }: Picture): string =>
  `${mime};base64,${Buffer.from(bytes).toString('base64')}`;

/** Declares the kinds of slide to the library. */
export function definePptxMasters(file: PptxGenJS, document: PreparedDocument): void {
  const { colors, fonts } = document.theme;
  const footer = footerText(document);
  const { headerLogo } = document;
  const logoPlace = footLogo(document);
  for (const [kind, master] of Object.entries(slideMasters(document))) {
    const small = { margin: 0, fontSize: FOOTER_SIZE, fontFace: fonts.text } as const;
    file.defineSlideMaster({
      title: kind.toUpperCase(),
      background: { color: master.background },
      objects: [
        ...master.bars.map(({ place, color }) => ({ rect: { ...place, fill: { color } } })),
        ...(master.rule === null
          ? []
          : [{ line: { ...master.rule, line: { color: colors.rule, width: 0.75 } } }]),
        ...(master.footer === null
          ? []
          : [
              {
                text: {
                  text: footer,
                  options: { ...master.footer.place, ...small, color: master.footer.color },
                },
              },
            ]),
        ...(master.footer === null || headerLogo === null || logoPlace === null
          ? []
          : [{ image: { data: dataOf(headerLogo.picture), ...logoPlace } }]),
        {
          placeholder: {
            options: {
              name: 'title',
              type: 'title',
              margin: 0,
              align: 'left',
              fontFace: fonts.heading,
              bold: true,
              ...master.title.place,
              valign: master.title.valign,
              color: master.title.color,
            },
            text: '',
          },
        },
      ],
      ...(master.number === null
        ? {}
        : {
            slideNumber: {
              ...master.number.place,
              ...small,
              align: 'right',
              color: master.number.color,
            },
          }),
    });
  }
}

function tableRow(
  theme: DocumentTheme,
  { cells }: SlideRow,
  { aligns, size }: SlideTable,
  fill: string,
): PptxGenJS.TableRow {
  const { colors } = theme;
  const edge = { type: 'solid', pt: 0.75, color: colors.rule } as const;
  const none = { type: 'none' } as const;
  return cells.map((cell, index) => {
    const align = aligns[index] ?? 'left';
    return {
      // The library takes runs of text in cells as in boxes; its types know only nested cells.
      text: pptxText(theme, cell, size, fill === colors.accent ? colors.white : colors.text).map(
        (run) => ({ ...run, options: { ...run.options, align } }),
      ) as PptxGenJS.TableCell[],
      options: { fill: { color: fill }, align, valign: 'top', border: [none, none, edge, none] },
    };
  });
}

const addTable = (
  slide: PptxGenJS.Slide,
  theme: DocumentTheme,
  table: SlideTable,
  place: { readonly x: number; readonly y: number; readonly w: number },
): void => {
  const { colors } = theme;
  const { x: padX, y: padY } = cellPadding;
  slide.addTable(
    [
      tableRow(theme, table.header, table, colors.accent),
      ...table.rows.map((row, index) =>
        tableRow(theme, row, table, index % 2 === 1 ? colors.band : colors.white),
      ),
    ],
    {
      x: place.x,
      y: place.y,
      w: place.w,
      colW: [...table.widths],
      rowH: [table.header.height, ...table.rows.map((row) => row.height)],
      margin: [padY, padX, padY, padX],
      fontSize: table.size,
      autoPage: false,
    },
  );
};

/** One slide of the library's; `notes` collects what its speaker says. */
const pptxCanvas = (
  slide: PptxGenJS.Slide,
  notes: string[],
  document: PreparedDocument,
): SlideCanvas => ({
  stretch: document.theme.fonts.stretch,
  setTitle: (text, fontSize) => {
    slide.addText(text, { placeholder: 'title', fontSize });
  },
  text: (paragraphs, place, size, look = {}) => {
    if (paragraphs.length === 0) return;
    slide.addText(pptxText(document.theme, paragraphs, size, look.color), {
      ...place,
      margin: 0,
      align: look.align ?? 'left',
      valign: look.valign ?? 'top',
      fit: 'none',
      ...(look.isInLayout === true ? { objectName: BODY_SLOT } : {}),
      ...(look.lineSpacing === undefined ? {} : { lineSpacingMultiple: look.lineSpacing }),
    });
  },
  rect: (place, color) => {
    slide.addShape('rect', { ...place, fill: { color }, line: { type: 'none' } });
  },
  line: (place, color, width) => {
    slide.addShape('line', { ...place, line: { color, width } });
  },
  disc: (place, color, label) => {
    if (label === undefined) {
      slide.addShape('ellipse', { ...place, fill: { color }, line: { type: 'none' } });
      return;
    }
    slide.addText(label.text, {
      shape: 'ellipse',
      ...place,
      fill: { color },
      color: label.color,
      bold: true,
      fontSize: label.size,
      align: 'center',
      valign: 'middle',
      margin: 0,
    });
  },
  picture: (picture, place, alt) => {
    slide.addImage({ data: dataOf(picture), ...place, altText: alt });
  },
  chart: (chart, place) => addPptxChart(slide, chart, place, document),
  table: (table, place) => addTable(slide, document.theme, table, place),
  note: (text) => {
    notes.push(text);
  },
});

/** The library's file as a deck; `finish` hands over the notes once every slide is made. */
export function pptxDeck(
  file: PptxGenJS,
  document: PreparedDocument,
): SlideDeck & { readonly finish: () => void } {
  const slides: { readonly slide: PptxGenJS.Slide; readonly notes: string[] }[] = [];
  file.defineLayout({ name: 'WIDE', ...(document.slideFrame?.size ?? slideSize) });
  file.layout = 'WIDE';
  return {
    add: (kind) => {
      const slide = file.addSlide({ masterName: kind.toUpperCase() });
      const notes: string[] = [];
      slides.push({ slide, notes });
      return pptxCanvas(slide, notes, document);
    },
    finish: () => {
      for (const { slide, notes } of slides) if (notes.length > 0) slide.addNotes(notes.join('\n'));
    },
  };
}
