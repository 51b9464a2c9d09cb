import { stage } from '#documents/slides.stage.ts';
import type { Atom, Piece, SlideCanvas, TextAtom } from '#documents/slides.stage.ts';
import { cutParagraph, flowHeight, paragraphHeight } from '#documents/slides.text.ts';
import type { SlideParagraph } from '#documents/slides.text.ts';

type Draw = (slide: SlideCanvas) => void;
type Placed = Atom | { readonly text: SlideParagraph[] };

const isText = (piece: Piece): piece is TextAtom => 'paragraph' in piece;

/** Space between a text box and what follows, in inches. */
const AFTER_TEXT = 0.08;

/** Draws what was put on one slide: elastic parts share the room that is left. */
function layOut(items: readonly Placed[], size: number): readonly Draw[] {
  const heights = items.map((item) =>
    'text' in item ? flowHeight(item.text, stage.width, size) + AFTER_TEXT : item.height,
  );
  const elastic = items.filter((item) => !('text' in item) && item.isElastic === true).length;
  const free = stage.height - heights.reduce((sum, height) => sum + height, 0);
  const extra = elastic === 0 ? 0 : Math.max(0, free / elastic);
  let y: number = stage.y;
  return items.map((item, index) => {
    const top = y;
    const height =
      (heights[index] ?? 0) + (!('text' in item) && item.isElastic === true ? extra : 0);
    y += height;
    return 'text' in item
      ? (slide) =>
          slide.text(
            item.text,
            { x: stage.x, y: top, w: stage.width, h: height - AFTER_TEXT },
            size,
          )
      : (slide) => item.draw(slide, top, height);
  });
}

const textOf = ({ runs }: SlideParagraph): string => runs.map((run) => run.text).join('');

/** How many paragraphs from here on belong together: an item and what is under it, an announcement and its first item. */
function groupLength(queue: readonly Piece[]): number {
  const first = queue[0];
  if (first === undefined || !isText(first)) return 1;
  const base = first.paragraph.level;
  const announces = /:\s*$/u.test(textOf(first.paragraph));
  let count = 1;
  for (const piece of queue.slice(1)) {
    if (!isText(piece)) break;
    const { level, mark } = piece.paragraph;
    const isUnder = level > base || (level === base && base > 0 && mark === 'none');
    if (!isUnder || (announces && base === 0 && count > 1 && level === 1 && mark !== 'none')) break;
    count += 1;
  }
  return count;
}

/** Puts pieces on as many slides as they need; a paragraph longer than a slide is continued on the next. */
export function paginate(pieces: readonly Piece[], size: number): readonly (readonly Draw[])[] {
  const pages: Placed[][] = [[]];
  let left: number = stage.height;
  const turn = (): void => {
    pages.push([]);
    left = stage.height;
  };
  const queue = [...pieces];
  for (let piece = queue.shift(); piece !== undefined; piece = queue.shift()) {
    const page = pages.at(-1) ?? [];
    if ('isBreak' in piece) {
      if (page.length > 0) turn();
      continue;
    }
    const group = isText(piece)
      ? [piece, ...queue.slice(0, groupLength([piece, ...queue]) - 1)].filter(isText)
      : [];
    const together =
      flowHeight(
        group.map(({ paragraph }) => paragraph),
        stage.width,
        size,
      ) + AFTER_TEXT;
    if (group.length > 1 && page.length > 0 && together > left && together <= stage.height * 0.7) {
      queue.unshift(piece);
      turn();
      continue;
    }
    const last = page.at(-1);
    const openText = last !== undefined && 'text' in last ? last.text : null;
    const needed = isText(piece)
      ? paragraphHeight(piece.paragraph, stage.width, size) + (openText === null ? AFTER_TEXT : 0)
      : piece.height;
    if (needed <= left) {
      if (!isText(piece)) page.push(piece);
      else if (openText === null) page.push({ text: [piece.paragraph] });
      else openText.push(piece.paragraph);
      left -= needed;
      continue;
    }
    if (isText(piece) && needed > stage.height) {
      const parts = cutParagraph(piece.paragraph, stage.width, size, left - AFTER_TEXT);
      if (parts !== null) {
        if (openText === null) page.push({ text: [parts[0]] });
        else openText.push(parts[0]);
        queue.unshift({ paragraph: parts[1] });
        turn();
        continue;
      }
    }
    if (page.length === 0) {
      if (isText(piece)) page.push({ text: [piece.paragraph] });
      else page.push(piece);
      left = 0;
      continue;
    }
    queue.unshift(piece);
    turn();
  }
  return pages
    .filter((page, index) => page.length > 0 || index === 0)
    .map((page) => layOut(page, size));
}
