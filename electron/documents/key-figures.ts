import { textLength } from '#documents/text-metrics.ts';

/** How many key figures stand side by side; five, six and nine look better by threes. */
export const figuresPerRow = (count: number): number => ([5, 6, 9].includes(count) ? 3 : 4);

/** Points of a key figure and of its unit in text documents. */
const SIZES = { value: 23, unit: 12 } as const;

/** Whether a figure and its unit stay on one line of a width in millimetres. */
export const isUnitBeside = (value: string, unit: string, width: number): boolean =>
  textLength(value, SIZES.value, true) + textLength(`${unit} [9]`, SIZES.unit, true) <=
  (width / 25.4) * 72;
