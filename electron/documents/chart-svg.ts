import { drawChart } from '#documents/chart-layout.ts';
import type { Shape } from '#documents/chart-shapes.ts';
import type { ChartBlock } from '#documents/model.ts';
import { plainText } from '#documents/prepare.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import { element, escapeXml } from '#documents/xml.ts';

const round = (value: number): number => Math.round(value * 100) / 100;

/** One shape as SVG. */
export function shapeSvg(shape: Shape): string {
  switch (shape.kind) {
    case 'rect':
      return element('rect', {
        x: round(shape.x),
        y: round(shape.y),
        width: round(shape.width),
        height: round(shape.height),
        fill: `#${shape.fill}`,
      });
    case 'line':
      return element('line', {
        x1: round(shape.x1),
        y1: round(shape.y1),
        x2: round(shape.x2),
        y2: round(shape.y2),
        stroke: `#${shape.stroke}`,
        'stroke-width': shape.width,
        'stroke-linecap': 'round',
      });
    case 'polygon':
      return element('polygon', {
        points: shape.points.map(({ x, y }) => `${round(x)},${round(y)}`).join(' '),
        fill: `#${shape.fill}`,
      });
    case 'dot':
      return element('circle', {
        cx: round(shape.x),
        cy: round(shape.y),
        r: shape.radius,
        fill: `#${shape.fill}`,
      });
    case 'text':
      return element(
        'text',
        {
          x: round(shape.x),
          y: round(shape.y),
          'text-anchor': shape.anchor,
          'font-size': shape.size,
          'font-weight': shape.isBold ? 700 : undefined,
          fill: `#${shape.fill}`,
        },
        escapeXml(shape.text),
      );
  }
}

/** The chart as one accessible SVG element; `id` must be unique in the page. */
export function chartSvg(chart: ChartBlock, document: PreparedDocument, id: string): string {
  const drawing = drawChart(chart, document);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${drawing.width} ${round(drawing.height)}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
    },
    element('title', { id: `${id}-title` }, escapeXml(plainText(chart.title, document))) +
      element('desc', { id: `${id}-desc` }, escapeXml(chart.alt)) +
      drawing.shapes.map(shapeSvg).join(''),
  );
}
