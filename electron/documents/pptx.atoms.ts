import type {
  Block,
  CalloutBlock,
  DefinitionsBlock,
  FigureBlock,
  KeyFiguresBlock,
  StepsBlock,
  TimelineBlock,
} from '#documents/model.ts';
import { plainText, valueText } from '#documents/prepare.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import { chartAtom } from '#documents/pptx.chart.ts';
import {
  clampText,
  fittingSize,
  flowHeight,
  portions,
  slideFlow,
  slideParagraph,
  slideRuns,
} from '#documents/pptx.text.ts';
import type { SlideParagraph } from '#documents/pptx.text.ts';
import { GAP, box, putText, stage } from '#documents/pptx.stage.ts';
import type { Atom, Piece } from '#documents/pptx.stage.ts';
import { comparison } from '#documents/pptx.sides.ts';
import { tableAtoms } from '#documents/pptx.table.ts';
import { colors, toneColors } from '#documents/theme.ts';

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
        box(slide, stage.x, y, stage.width, text + 0.3, color.fill);
        box(slide, stage.x, y, 0.08, text + 0.3, color.line);
        putText(slide, part, { x: stage.x + 0.3, y: y + 0.17, w: width, h: text }, size);
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
              format: { isBold: true, color: toneColors[block.tone].line },
            }),
          ]),
      ...slideFlow(block.blocks, document),
    ],
    toneColors[block.tone],
    size,
  );

const definitions = (
  block: DefinitionsBlock,
  document: PreparedDocument,
  size: number,
): readonly Atom[] =>
  panel(
    block.entries.flatMap((entry) => [
      slideParagraph(entry.term, document, { format: { isBold: true, color: colors.accent } }),
      slideParagraph(entry.definition, document),
      ...(entry.source === undefined
        ? []
        : [
            slideParagraph(entry.source, document, {
              scale: 0.75,
              format: { color: colors.muted },
            }),
          ]),
    ]),
    { line: colors.accentMid, fill: colors.band },
    size,
  );

function keyFigures(block: KeyFiguresBlock, document: PreparedDocument): readonly Atom[] {
  const perRow = [5, 6, 9].includes(block.items.length) ? 3 : 4;
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
          const size = fittingSize(
            `${value} ${item.unit ?? ''}`,
            width - 0.5,
            1,
            [44, 36, 28, 20, 14],
            true,
          );
          box(slide, x, y, width, height, colors.band);
          box(slide, x, y, width, 0.08, colors.accent);
          slide.addText(
            [
              {
                text: clampText(value, width - 0.5, size, 1, true),
                options: { fontSize: size, bold: true, color: colors.accent },
              },
              ...(item.unit === undefined
                ? []
                : [
                    {
                      text: `\u00a0${item.unit}`,
                      options: {
                        fontSize: Math.round(size * 0.45),
                        bold: true,
                        color: colors.accent,
                      },
                    },
                  ]),
              ...(number === undefined
                ? []
                : [
                    {
                      text: ` [${number}]`,
                      options: { fontSize: 12, color: colors.accent, superscript: true },
                    },
                  ]),
            ],
            { x: x + 0.2, y: y + 0.18, w: width - 0.3, h: 0.75, margin: 0, valign: 'middle' },
          );
          const label = plainText(item.label, document);
          const labelSize = fittingSize(label, width - 0.4, 2, [16, 14, 12], false);
          slide.addText(clampText(label, width - 0.4, labelSize, 2), {
            x: x + 0.2,
            y: y + 0.95,
            w: width - 0.35,
            h: 0.7,
            margin: 0,
            valign: 'top',
            fontSize: labelSize,
            color: colors.text,
          });
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
        format: { isBold: true, color: colors.accent },
      }),
    );
    const text = [
      slideParagraph(step.title, document, { scale: 1.1, format: { isBold: true } }),
      ...slideFlow(step.blocks, document),
    ];
    const factPart = portions(facts, factWidth - 0.2, 13, 1.4)[0] ?? [];
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
            slide.addText(String(index + 1), {
              shape: 'ellipse',
              x: stage.x,
              y,
              w: 0.6,
              h: 0.6,
              fill: { color: colors.accent },
              color: colors.white,
              bold: true,
              fontSize: index < 9 ? 20 : 16,
              align: 'center',
              valign: 'middle',
              margin: 0,
            });
            putText(
              slide,
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
          putText(slide, part, { x: stage.x + 0.85, y: y + 0.03, w: width, h: height }, 15);
          slide.addShape('line', {
            x: stage.x + 0.85,
            y: y + height + 0.06,
            w: stage.width - 0.85,
            h: 0,
            line: { color: colors.rule, width: 0.75 },
          });
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
            slide.addShape('line', {
              x: stage.x + 2.95,
              y: y + 0.14,
              w: 0,
              h: height,
              line: { color: colors.rule, width: 2 },
            });
          if (rank === 0) {
            slide.addText(clampText(entry.when, 2.65, 14, 2, true), {
              x: stage.x,
              y: y + 0.01,
              w: 2.7,
              h: 0.55,
              margin: 0,
              align: 'right',
              valign: 'top',
              bold: true,
              fontSize: 14,
              color: colors.accent,
            });
            slide.addShape('ellipse', {
              x: stage.x + 2.86,
              y: y + 0.06,
              w: 0.18,
              h: 0.18,
              fill: { color: colors.accent },
              line: { color: colors.white, width: 1 },
            });
          }
          putText(slide, part, { x: stage.x + 3.3, y, w: width, h: height }, 16);
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
        if (caption !== '')
          slide.addText(clampText(caption, stage.width, 14, 1, true), {
            x: stage.x,
            y,
            w: stage.width,
            h: 0.35,
            margin: 0,
            bold: true,
            fontSize: 14,
            color: colors.text,
          });
        slide.addImage({
          data: `${picture.mime};base64,${Buffer.from(picture.bytes).toString('base64')}`,
          x: stage.x + (stage.width - w) / 2,
          y: y + top,
          w,
          h,
          altText: block.alt,
        });
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
            format: { color: colors.muted },
          }),
        ]),
  ];
  return panel(text, { line: colors.accentMid, fill: colors.white }, size);
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
