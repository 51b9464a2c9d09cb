import type {
  Block,
  CalloutBlock,
  DefinitionsBlock,
  FigureBlock,
  KeyFiguresBlock,
  StepsBlock,
  TimelineBlock,
} from '#documents/model.ts';
import { figuresPerRow } from '#documents/key-figures.ts';
import { plainText, valueText } from '#documents/prepare.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import { chartAtom } from '#documents/slides.chart.ts';
import { fitText, putLabel } from '#documents/slides.labels.ts';
import {
  SAFETY,
  flowHeight,
  label,
  portions,
  slideFlow,
  slideParagraph,
  slideRuns,
} from '#documents/slides.text.ts';
import type { SlideParagraph } from '#documents/slides.text.ts';
import { GAP, stage } from '#documents/slides.stage.ts';
import type { Atom, Piece } from '#documents/slides.stage.ts';
import { comparison } from '#documents/slides.sides.ts';
import { tableAtoms } from '#documents/slides.table.ts';
import { textLength } from '#documents/text-metrics.ts';
import { toneColors } from '#documents/theme.ts';

/** A tinted panel with a coloured edge, cut into several when it is too tall. */
function panel(
  paragraphs: readonly SlideParagraph[],
  color: { readonly line: string; readonly fill: string },
  size: number,
): readonly Atom[] {
  const width = stage.width - 0.55;
  return portions(paragraphs, width, size, stage.height - 0.4).map((part) => {
    const text = flowHeight(part, width, size);
    return {
      height: text + 0.3 + GAP,
      draw: (slide, y) => {
        slide.rect({ x: stage.x, y, w: stage.width, h: text + 0.3 }, color.fill);
        slide.rect({ x: stage.x, y, w: 0.08, h: text + 0.3 }, color.line);
        slide.text(part, { x: stage.x + 0.3, y: y + 0.17, w: width, h: text }, size);
      },
    };
  });
}

const callout = (block: CalloutBlock, document: PreparedDocument, size: number): readonly Atom[] =>
  panel(
    [
      ...(block.title === undefined
        ? []
        : [
            slideParagraph(block.title, document, {
              format: { isBold: true, color: toneColors(document.theme, block.tone).line },
            }),
          ]),
      ...slideFlow(block.blocks, document),
    ],
    toneColors(document.theme, block.tone),
    size,
  );

const definitions = (
  block: DefinitionsBlock,
  document: PreparedDocument,
  size: number,
): readonly Atom[] =>
  panel(
    block.entries.flatMap((entry) => [
      slideParagraph(entry.term, document, {
        format: { isBold: true, color: document.theme.colors.accent },
      }),
      slideParagraph(entry.definition, document),
      ...(entry.source === undefined
        ? []
        : [
            slideParagraph(entry.source, document, {
              scale: 0.75,
              format: { color: document.theme.colors.muted },
            }),
          ]),
    ]),
    { line: document.theme.colors.accentMid, fill: document.theme.colors.band },
    size,
  );

/** A unit beside its figure, relative to it. */
const UNIT_SCALE = 0.45;

/** The largest size at which a figure stays on its line, with its unit if that costs little. */
function figureSize(
  value: string,
  unit: string,
  width: number,
  stretch: number,
): { readonly size: number; readonly isBeside: boolean } {
  const room = (width * 72 * SAFETY) / stretch;
  const fits =
    (text: string) =>
    (size: number): boolean =>
      textLength(value, size, true) + textLength(text, size * UNIT_SCALE, true) <= room;
  const beside = [44, 36].find(fits(` ${unit} [9]`));
  if (beside !== undefined) return { size: beside, isBeside: true };
  return { size: [44, 36, 28, 20, 14].find(fits(' [9]')) ?? 12, isBeside: unit === '' };
}

function keyFigures(block: KeyFiguresBlock, document: PreparedDocument): readonly Atom[] {
  const figure = { isBold: true, color: document.theme.colors.accent } as const;
  const perRow = figuresPerRow(block.items.length);
  const atoms: Atom[] = [];
  for (let from = 0; from < block.items.length; from += perRow) {
    const items = block.items.slice(from, from + perRow);
    const gap = 0.25;
    const width = (stage.width - gap * (items.length - 1)) / items.length;
    const height = 1.75;
    atoms.push({
      height: height + GAP,
      draw: (slide, y) => {
        for (const [index, item] of items.entries()) {
          const x = stage.x + index * (width + gap);
          const value = valueText(item.value, undefined, document);
          const number =
            item.source === undefined ? undefined : document.sourceNumbers.get(item.source);
          const mark = number === undefined ? '' : ` [${number}]`;
          const inner = { x: x + 0.2, y: y + 0.12, w: width - 0.35, h: 0.76 };
          const { size, isBeside } = figureSize(value, item.unit ?? '', inner.w, slide.stretch);
          const shown = fitText(
            value,
            { w: inner.w - 0.3, h: inner.h },
            [size],
            true,
            slide.stretch,
          );
          if (shown.isCut) slide.note(value);
          const raised = { text: mark, color: document.theme.colors.accent, isRaised: true };
          const unit = { ...figure, text: `\u00a0${item.unit ?? ''}`, scale: UNIT_SCALE };
          slide.rect({ x, y, w: width, h: height }, document.theme.colors.band);
          slide.rect({ x, y, w: width, h: 0.08 }, document.theme.colors.accent);
          slide.text(
            [
              {
                ...label(''),
                runs: [
                  { ...figure, text: shown.text },
                  ...(item.unit !== undefined && isBeside ? [unit] : []),
                  ...(mark === '' ? [] : [{ ...raised, scale: Math.min(1, 24 / size) }]),
                ],
              },
            ],
            inner,
            size,
            { valign: 'middle' },
          );
          const under = { x: x + 0.2, w: width - 0.35 };
          if (!isBeside)
            putLabel(
              slide,
              item.unit,
              { ...under, y: y + 0.88, h: 0.27 },
              { sizes: [14, 12, 10.5], isBold: true, color: document.theme.colors.accent },
            );
          putLabel(
            slide,
            plainText(item.label, document),
            { ...under, y: y + (isBeside ? 0.95 : 1.15), h: isBeside ? 0.78 : 0.6 },
            { sizes: [16, 14, 12, 10.5], color: document.theme.colors.text },
          );
        }
      },
    });
  }
  return atoms;
}

function steps(block: StepsBlock, document: PreparedDocument): readonly Atom[] {
  const { words } = document;
  const factWidth = block.items.some(
    (step) => step.deadline !== undefined || step.quota !== undefined,
  )
    ? 3.1
    : 0;
  const width = stage.width - 0.95 - factWidth;
  return block.items.flatMap((step, index) => {
    const facts = [
      ...(step.deadline === undefined ? [] : [`${words.deadline}\u00a0: ${step.deadline}`]),
      ...(step.quota === undefined ? [] : [`${words.quota}\u00a0: ${step.quota}`]),
    ].map((text) =>
      slideParagraph([{ type: 'text', text }], document, {
        format: { isBold: true, color: document.theme.colors.accent },
      }),
    );
    const [factPart = [], ...otherFacts] = portions(facts, factWidth - 0.2, 13, 1.4);
    const text = [
      slideParagraph(step.title, document, { scale: 1.1, format: { isBold: true } }),
      ...otherFacts.flat(),
      ...slideFlow(step.blocks, document),
    ];
    return portions(text, width, 15, stage.height - 0.4).map((part, rank): Atom => {
      const height = Math.max(
        flowHeight(part, width, 15),
        rank === 0 ? flowHeight(factPart, factWidth - 0.2, 13) : 0,
        0.62,
      );
      return {
        height: height + 0.2,
        draw: (slide, y) => {
          if (rank === 0) {
            slide.disc({ x: stage.x, y, w: 0.6, h: 0.6 }, document.theme.colors.accent, {
              text: String(index + 1),
              size: index < 9 ? 20 : 16,
              color: document.theme.colors.white,
            });
            slide.text(
              factPart,
              {
                x: stage.x + stage.width - factWidth + 0.2,
                y: y + 0.05,
                w: factWidth - 0.2,
                h: height,
              },
              13,
            );
          }
          slide.text(part, { x: stage.x + 0.85, y: y + 0.03, w: width, h: height }, 15);
          slide.line(
            { x: stage.x + 0.85, y: y + height + 0.06, w: stage.width - 0.85, h: 0 },
            document.theme.colors.rule,
            0.75,
          );
        },
      };
    });
  });
}

function timeline(block: TimelineBlock, document: PreparedDocument): readonly Atom[] {
  const width = stage.width - 3.3;
  return block.items.flatMap((entry, index) => {
    const text = [
      slideParagraph(entry.title, document, { format: { isBold: true } }),
      ...(entry.detail === undefined
        ? []
        : [slideParagraph(entry.detail, document, { scale: 0.9 })]),
    ];
    return portions(text, width, 16, stage.height - 0.3).map((part, rank): Atom => {
      const height = flowHeight(part, width, 16) + 0.14;
      return {
        height,
        draw: (slide, y) => {
          const isLast = index === block.items.length - 1;
          if (!isLast)
            slide.line(
              { x: stage.x + 2.95, y: y + 0.14, w: 0, h: height },
              document.theme.colors.rule,
              2,
            );
          if (rank === 0) {
            putLabel(
              slide,
              entry.when,
              { x: stage.x, y: y + 0.01, w: 2.7, h: 0.55 },
              {
                sizes: [14, 12, 10.5],
                isBold: true,
                align: 'right',
                color: document.theme.colors.accent,
              },
            );
            slide.disc(
              { x: stage.x + 2.86, y: y + 0.06, w: 0.18, h: 0.18 },
              document.theme.colors.accent,
            );
          }
          slide.text(part, { x: stage.x + 3.3, y, w: width, h: height }, 16);
        },
      };
    });
  });
}

function figure(block: FigureBlock, document: PreparedDocument): readonly Atom[] {
  const { picture } = block;
  const caption = block.caption === undefined ? '' : plainText(block.caption, document);
  const room = stage.height - (caption === '' ? 0.1 : 0.5);
  const scale = Math.min(
    stage.width / Math.max(1, picture.width),
    room / Math.max(1, picture.height),
    1 / 72,
  );
  const [w, h] = [Math.max(0.02, picture.width * scale), Math.max(0.02, picture.height * scale)];
  const top = caption === '' ? 0 : 0.4;
  return [
    {
      height: h + top + GAP,
      draw: (slide, y) => {
        putLabel(
          slide,
          caption,
          { x: stage.x, y, w: stage.width, h: 0.35 },
          { sizes: [14, 12, 10.5], isBold: true, color: document.theme.colors.text },
        );
        slide.picture(picture, { x: stage.x + (stage.width - w) / 2, y: y + top, w, h }, block.alt);
      },
    },
  ];
}

function quote(
  block: Extract<Block, { type: 'quote' }>,
  document: PreparedDocument,
  size: number,
): readonly Atom[] {
  const text = [
    {
      ...slideParagraph(block.content, document, { scale: 1.1 }),
      runs: slideRuns(block.content, document, { isItalic: true }),
    },
    ...(block.attribution === undefined
      ? []
      : [
          slideParagraph([{ type: 'text', text: '— ' }, ...block.attribution], document, {
            scale: 0.8,
            format: { color: document.theme.colors.muted },
          }),
        ]),
  ];
  return panel(
    text,
    { line: document.theme.colors.accentMid, fill: document.theme.colors.white },
    size,
  );
}

/** The pieces a block is made of on slides, at a given size of body text. */
export function slidePieces(
  block: Block,
  document: PreparedDocument,
  size: number,
): readonly Piece[] {
  switch (block.type) {
    case 'paragraph':
    case 'list':
      return slideFlow([block], document).map((paragraph) => ({ paragraph }));
    case 'quote':
      return quote(block, document, size);
    case 'callout':
      return callout(block, document, size);
    case 'definitions':
      return definitions(block, document, size);
    case 'keyFigures':
      return keyFigures(block, document);
    case 'table':
      return tableAtoms(block, document);
    case 'comparison':
      return comparison(block, document);
    case 'chart':
      return [chartAtom(block, document)];
    case 'steps':
      return steps(block, document);
    case 'timeline':
      return timeline(block, document);
    case 'figure':
      return figure(block, document);
    case 'pageBreak':
      return block.where === 'page' ? [] : [{ isBreak: true }];
  }
}
