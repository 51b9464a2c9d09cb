import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { moveCursor } from '#ui/data-grid/cursor.ts';

const extent = { rows: 100_000, columns: 6, pageRows: 20 };
const keys = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
];

describe('the keys of the grid', () => {
  test.each([
    ['ArrowDown', false, { row: 6, column: 2 }],
    ['ArrowUp', false, { row: 4, column: 2 }],
    ['ArrowDown', true, { row: 99_999, column: 2 }],
    ['Home', false, { row: 5, column: 0 }],
    ['End', false, { row: 5, column: 5 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 99_999, column: 5 }],
    ['PageDown', false, { row: 25, column: 2 }],
    ['PageUp', false, { row: 0, column: 2 }],
  ])('%s with Ctrl %s', (key, isCtrl, expected) => {
    expect(moveCursor({ row: 5, column: 2 }, key, isCtrl, extent)).toEqual(expected);
  });

  test('the header is above the first row', () => {
    expect(moveCursor({ row: 0, column: 3 }, 'ArrowUp', false, extent)).toEqual({
      row: -1,
      column: 3,
    });
  });

  test('no key leads out of the grid, and other keys lead nowhere', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean())),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 8 }),
        (strokes, rows, columns) => {
          let at = { row: 0, column: 0 };
          for (const [key, isCtrl] of strokes) {
            at = moveCursor(at, key, isCtrl, { rows, columns, pageRows: 7 }) ?? at;
            expect(at.row).toBeGreaterThanOrEqual(-1);
            expect(at.row).toBeLessThan(rows);
            expect(at.column).toBeGreaterThanOrEqual(0);
            expect(at.column).toBeLessThan(columns);
          }
        },
      ),
    );
    expect(moveCursor({ row: 0, column: 0 }, 'Enter', false, extent)).toBeNull();
  });
});
