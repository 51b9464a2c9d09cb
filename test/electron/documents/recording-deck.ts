import type { DocumentModel } from '#documents/model.ts';
import type { WriteOptions } from '#documents/options.ts';
import { prepareDocument } from '#documents/prepare.ts';
import { composeSlides } from '#documents/slides.compose.ts';
import { slideMasters } from '#documents/slides.masters.ts';
import type {
  Place,
  SlideCanvas,
  SlideDeck,
  SlideKind,
  SlideTable,
} from '#documents/slides.stage.ts';
import { LINE_HEIGHT, SPACE_AFTER, flowHeight, slideText } from '#documents/slides.text.ts';
import type { SlideParagraph } from '#documents/slides.text.ts';
import { wrapText } from '#documents/text-metrics.ts';

/** Something on a slide that holds text: where it may be, how tall the text is, what it says. */
interface Box {
  readonly place: Place;
  readonly needed: number;
  readonly text: string;
}
export interface RecordedSlide {
  readonly kind: SlideKind;
  title: string;
  readonly boxes: Box[];
  readonly shapes: Place[];
  readonly tables: SlideTable[];
  readonly notes: string[];
}

/** Inches of text; the space under the last paragraph needs no room. */
function heightOf(
  paragraphs: readonly SlideParagraph[],
  width: number,
  size: number,
  stretch: number,
): number {
  const last = paragraphs.at(-1);
  // What is set smaller than its paragraph counts as that much less text.
  const scaled = paragraphs.map((each) => ({
    ...each,
    stretch,
    runs: each.runs.map((run) => ({
      ...run,
      text: run.text.slice(0, Math.ceil(run.text.length * (run.scale ?? 1))),
    })),
  }));
  return (
    flowHeight(scaled, width, size) -
    (last === undefined ? 0 : (SPACE_AFTER * size * last.scale) / 72)
  );
}

/** Lays a document out as slides and tells what was put where. */
export function recordSlides(
  model: DocumentModel,
  options: WriteOptions = {},
): readonly RecordedSlide[] {
  const slides: RecordedSlide[] = [];
  const document = prepareDocument(model, 'slides', options);
  const { stretch } = document.theme.fonts;
  const deck: SlideDeck = {
    add: (kind): SlideCanvas => {
      const slide: RecordedSlide = {
        kind,
        title: '',
        boxes: [],
        shapes: [],
        tables: [],
        notes: [],
      };
      slides.push(slide);
      const { place: titlePlace } = slideMasters(document)[kind].title;
      return {
        stretch,
        setTitle: (text, size) => {
          slide.title = text;
          const lines = wrapText(text, (titlePlace.w * 72) / stretch, size, true).length;
          slide.boxes.push({ place: titlePlace, needed: (lines * size * LINE_HEIGHT) / 72, text });
        },
        text: (paragraphs, place, size) =>
          void slide.boxes.push({
            place,
            needed: heightOf(paragraphs, place.w, size, stretch),
            text: paragraphs.map(slideText).join('\n'),
          }),
        rect: (place) => void slide.shapes.push(place),
        line: (place) => void slide.shapes.push(place),
        disc: (place) => void slide.shapes.push(place),
        picture: (_picture, place) => void slide.shapes.push(place),
        chart: (_chart, place) => void slide.shapes.push(place),
        table: (table, place) => {
          slide.tables.push(table);
          const rows = [table.header, ...table.rows];
          for (const row of rows) {
            for (const [index, cell] of row.cells.entries()) {
              const w = (table.widths[index] ?? 0) - 0.2;
              slide.boxes.push({
                place: { ...place, w, h: row.height },
                needed: heightOf(cell, w, table.size, stretch),
                text: cell.map(slideText).join('\n'),
              });
            }
          }
          slide.shapes.push({ ...place, h: rows.reduce((sum, row) => sum + row.height, 0) });
        },
        note: (text) => void slide.notes.push(text),
      };
    },
  };
  composeSlides(deck, document);
  return slides;
}
