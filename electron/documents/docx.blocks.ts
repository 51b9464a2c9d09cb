import {
  AlignmentType,
  HeightRule,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { FileChild } from 'docx';
import { boxCell, fill, layoutTable, line, shares, spacer } from '#documents/docx.cells.ts';
import { docxChart } from '#documents/docx.chart.ts';
import {
  captionParagraph,
  cellParagraphs,
  flowParagraphs,
  runs,
  sourceMark,
} from '#documents/docx.inline.ts';
import type { DocxContext } from '#documents/docx.inline.ts';
import { TABLE_STYLE, TEXT_TWIPS, mm } from '#documents/docx.style.ts';
import type {
  Block,
  ComparisonBlock,
  FigureBlock,
  KeyFiguresBlock,
  StepsBlock,
  TableBlock,
  TimelineBlock,
} from '#documents/model.ts';
import { figuresPerRow, isUnitBeside } from '#documents/key-figures.ts';
import { valueText } from '#documents/prepare.ts';
import { FORM_ROW, toneColors } from '#documents/theme.ts';

const alignments = {
  start: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
} as const;

function dataTable(table: TableBlock, context: DocxContext): readonly FileChild[] {
  if (table.columns.length === 0) return [];
  const widths = shares(table.columns.map((column) => column.weight));
  const frame = line(context.document.theme.colors.rule, 4);
  const cell = (index: number, children: readonly Paragraph[]): TableCell =>
    new TableCell({
      children,
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      ...(table.isForm === true
        ? { borders: { top: frame, bottom: frame, left: frame, right: frame } }
        : {}),
    });
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, index) =>
      cell(index, [
        new Paragraph({
          style: 'CellText',
          keepNext: true,
          alignment: alignments[column.align],
          children: [
            ...runs(column.header, context, {
              bold: true,
              color: context.document.theme.colors.white,
            }),
          ],
        }),
      ]),
    ),
  });
  const rows = table.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        ...(table.isForm === true
          ? { height: { value: mm(FORM_ROW), rule: HeightRule.ATLEAST } }
          : {}),
        children: table.columns.map((column, index) =>
          cell(
            index,
            cellParagraphs(row[index]?.blocks ?? [], context, {
              style: 'CellText',
              alignment: alignments[column.align],
              ...(index === 0 && table.hasRowHeaders ? { format: { bold: true } } : {}),
            }),
          ),
        ),
      }),
  );
  return [
    ...(table.caption === undefined
      ? [spacer(true)]
      : [captionParagraph('table', table.caption, context)]),
    new Table({
      style: TABLE_STYLE,
      rows: [header, ...rows],
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_TWIPS, type: WidthType.DXA },
      tableLook: {
        firstRow: true,
        firstColumn: table.hasRowHeaders,
        noHBand: false,
        noVBand: true,
      },
    }),
    spacer(),
  ];
}

function box(
  children: readonly Paragraph[],
  color: { readonly line: string; readonly fill: string },
): readonly FileChild[] {
  return [
    spacer(true),
    layoutTable(
      [TEXT_TWIPS],
      [
        new TableRow({
          cantSplit: true,
          children: [
            boxCell({
              children: children.length > 0 ? children : [new Paragraph({})],
              shading: fill(color.fill),
              borders: { left: line(color.line, 28) },
            }),
          ],
        }),
      ],
    ),
    spacer(),
  ];
}

function keyFigures(block: KeyFiguresBlock, context: DocxContext): readonly FileChild[] {
  const tables: FileChild[] = [];
  const perRow = figuresPerRow(block.items.length);
  for (let from = 0; from < block.items.length; from += perRow) {
    const items = block.items.slice(from, from + perRow);
    const gap = mm(4);
    const width = Math.floor((TEXT_TWIPS - gap * (items.length - 1)) / items.length);
    const cells = items.flatMap((item, index) => [
      ...(index === 0
        ? []
        : [
            new TableCell({
              children: [new Paragraph({ style: 'Spacer' })],
              width: { size: gap, type: WidthType.DXA },
            }),
          ]),
      boxCell({
        width: { size: width, type: WidthType.DXA },
        margins: { top: 60, bottom: 60, left: 140, right: 100 },
        shading: fill(context.document.theme.colors.band),
        borders: { top: line(context.document.theme.colors.accent, 32) },
        children: [
          new Paragraph({
            style: 'KeyFigure',
            children: [
              new TextRun({ text: valueText(item.value, undefined, context.document) }),
              ...(item.unit === undefined
                ? []
                : [
                    isUnitBeside(
                      valueText(item.value, undefined, context.document),
                      item.unit,
                      (width - 240) / mm(1),
                    )
                      ? new TextRun({ text: `\u00a0${item.unit}`, size: 24 })
                      : new TextRun({ text: item.unit, size: 24, break: 1 }),
                  ]),
              ...sourceMark(item.source, context, { size: 22, bold: false }),
            ],
          }),
          new Paragraph({ style: 'KeyFigureLabel', children: [...runs(item.label, context)] }),
        ],
      }),
    ]);
    tables.push(
      spacer(true),
      layoutTable(
        items.flatMap((_, index) => (index === 0 ? [width] : [gap, width])),
        [new TableRow({ cantSplit: true, children: cells })],
      ),
    );
  }
  return tables.length === 0 ? [] : [...tables, spacer()];
}

function comparison(block: ComparisonBlock, context: DocxContext): readonly FileChild[] {
  const gap = mm(5);
  const width = Math.floor((TEXT_TWIPS - gap) / 2);
  const [left, right] = [block.left, block.right].map((side, index) =>
    boxCell({
      width: { size: width, type: WidthType.DXA },
      shading: fill(context.document.theme.colors.band),
      borders: {
        top: line(
          index === 0
            ? context.document.theme.colors.accent
            : context.document.theme.colors.accentMid,
          32,
        ),
      },
      children: [
        new Paragraph({ style: 'BoxTitle', children: [...runs(side.title, context)] }),
        ...flowParagraphs(side.blocks, context, { style: 'BoxText' }),
      ],
    }),
  );
  if (left === undefined || right === undefined) return [];
  const middle = new TableCell({
    children: [new Paragraph({ style: 'Spacer' })],
    width: { size: gap, type: WidthType.DXA },
  });
  return [
    spacer(true),
    layoutTable([width, gap, width], [new TableRow({ children: [left, middle, right] })]),
    spacer(),
  ];
}

function steps(block: StepsBlock, context: DocxContext): readonly FileChild[] {
  const { words } = context.document;
  const widths = [mm(13), TEXT_TWIPS - mm(13)];
  const rows = block.items.map((step, index) => {
    const facts = [
      step.deadline === undefined ? '' : `${words.deadline}\u00a0: ${step.deadline}`,
      step.quota === undefined ? '' : `${words.quota}\u00a0: ${step.quota}`,
    ].filter((fact) => fact !== '');
    return new TableRow({
      cantSplit: true,
      children: [
        boxCell({
          width: { size: widths[0] ?? 0, type: WidthType.DXA },
          shading: fill(context.document.theme.colors.accentSoft),
          verticalAlign: VerticalAlignTable.TOP,
          margins: { top: 90, bottom: 90, left: 40, right: 40 },
          borders: { bottom: line(context.document.theme.colors.white, 16) },
          children: [
            new Paragraph({
              style: 'StepNumber',
              children: [new TextRun({ text: String(index + 1) })],
            }),
          ],
        }),
        boxCell({
          width: { size: widths[1] ?? 0, type: WidthType.DXA },
          margins: { top: 90, bottom: 90, left: 200, right: 60 },
          borders: { bottom: line(context.document.theme.colors.rule, 4) },
          children: [
            new Paragraph({
              style: 'BoxText',
              keepNext: true,
              children: [...runs(step.title, context, { bold: true })],
            }),
            ...flowParagraphs(step.blocks, context, { style: 'BoxText' }),
            ...(facts.length === 0
              ? []
              : [
                  new Paragraph({
                    style: 'StepFact',
                    children: [new TextRun({ text: facts.join('  ·  ') })],
                  }),
                ]),
          ],
        }),
      ],
    });
  });
  return rows.length === 0 ? [] : [spacer(true), layoutTable(widths, rows), spacer()];
}

function timeline(block: TimelineBlock, context: DocxContext): readonly FileChild[] {
  const widths = [mm(42), TEXT_TWIPS - mm(42)];
  const rows = block.items.map(
    (item) =>
      new TableRow({
        cantSplit: true,
        children: [
          boxCell({
            width: { size: widths[0] ?? 0, type: WidthType.DXA },
            margins: { top: 50, bottom: 50, left: 0, right: 180 },
            borders: { right: line(context.document.theme.colors.accent, 16) },
            children: [
              new Paragraph({
                style: 'BoxText',
                alignment: AlignmentType.RIGHT,
                children: [
                  new TextRun({
                    text: item.when,
                    bold: true,
                    color: context.document.theme.colors.accent,
                  }),
                ],
              }),
            ],
          }),
          boxCell({
            width: { size: widths[1] ?? 0, type: WidthType.DXA },
            margins: { top: 50, bottom: 50, left: 220, right: 0 },
            children: [
              new Paragraph({
                style: 'BoxText',
                children: [...runs(item.title, context, { bold: true })],
              }),
              ...(item.detail === undefined
                ? []
                : [new Paragraph({ style: 'BoxText', children: [...runs(item.detail, context)] })]),
            ],
          }),
        ],
      }),
  );
  return rows.length === 0 ? [] : [spacer(true), layoutTable(widths, rows), spacer()];
}

function figure(block: FigureBlock, context: DocxContext): readonly FileChild[] {
  const { picture } = block;
  const scale = Math.min(1, 600 / Math.max(1, picture.width), 800 / Math.max(1, picture.height));
  const image = new ImageRun({
    type: picture.mime === 'image/png' ? 'png' : 'jpg',
    data: picture.bytes,
    transformation: {
      width: Math.max(1, Math.round(picture.width * scale)),
      height: Math.max(1, Math.round(picture.height * scale)),
    },
    altText: { name: context.document.words.figure, description: block.alt },
  });
  return [
    ...(block.caption === undefined ? [] : [captionParagraph('figure', block.caption, context)]),
    new Paragraph({ style: 'ChartParagraph', children: [image] }),
  ];
}

/** One block of a section as Word paragraphs and tables. */
export function docxBlock(block: Block, context: DocxContext): readonly FileChild[] {
  switch (block.type) {
    case 'paragraph':
    case 'list':
      return flowParagraphs([block], context);
    case 'quote':
      return [
        new Paragraph({
          style: 'Quote',
          keepNext: block.attribution !== undefined,
          children: [...runs(block.content, context)],
        }),
        ...(block.attribution === undefined
          ? []
          : [
              new Paragraph({
                style: 'QuoteAttribution',
                children: [new TextRun({ text: '— ' }), ...runs(block.attribution, context)],
              }),
            ]),
      ];
    case 'callout':
      return box(
        [
          ...(block.title === undefined
            ? []
            : [new Paragraph({ style: 'BoxTitle', children: [...runs(block.title, context)] })]),
          ...flowParagraphs(block.blocks, context, { style: 'BoxText' }),
        ],
        toneColors(context.document.theme, block.tone),
      );
    case 'definitions':
      return block.entries.length === 0
        ? []
        : box(
            block.entries.flatMap((entry) => [
              new Paragraph({ style: 'BoxTitle', children: [...runs(entry.term, context)] }),
              new Paragraph({ style: 'BoxText', children: [...runs(entry.definition, context)] }),
              ...(entry.source === undefined
                ? []
                : [new Paragraph({ style: 'Small', children: [...runs(entry.source, context)] })]),
            ]),
            {
              line: context.document.theme.colors.accentMid,
              fill: context.document.theme.colors.band,
            },
          );
    case 'keyFigures':
      return keyFigures(block, context);
    case 'table':
      return dataTable(block, context);
    case 'comparison':
      return comparison(block, context);
    case 'chart':
      return docxChart(block, context);
    case 'steps':
      return steps(block, context);
    case 'timeline':
      return timeline(block, context);
    case 'figure':
      return figure(block, context);
    case 'pageBreak':
      return block.where === 'slide'
        ? []
        : [new Paragraph({ style: 'Spacer', pageBreakBefore: true })];
  }
}
