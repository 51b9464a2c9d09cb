import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Selection } from '#ui/data-grid/selection.ts';
import {
  countSelected,
  headerState,
  include,
  isSelected,
  noSelection,
  toggle,
  wholeSelection,
} from '#ui/data-grid/selection.ts';

const ids = Array.from({ length: 30 }, (_, index) => `id-${index}`);

describe('the selection of rows', () => {
  test('agrees with a plain set after any sequence of gestures', () => {
    const gesture = fc.oneof(
      fc.record({ kind: fc.constant('toggle' as const), id: fc.constantFrom(...ids) }),
      fc.record({ kind: fc.constant('range' as const), from: fc.nat(29), to: fc.nat(29) }),
      fc.record({ kind: fc.constant('all' as const) }),
      fc.record({ kind: fc.constant('none' as const) }),
    );
    fc.assert(
      fc.property(fc.array(gesture), (gestures) => {
        let selection: Selection = noSelection;
        let plain = new Set<string>();
        for (const made of gestures) {
          if (made.kind === 'all') {
            selection = wholeSelection;
            plain = new Set(ids);
          } else if (made.kind === 'none') {
            selection = noSelection;
            plain = new Set();
          } else if (made.kind === 'toggle') {
            selection = toggle(selection, made.id);
            if (!plain.delete(made.id)) plain.add(made.id);
          } else {
            const stretch = ids.slice(
              Math.min(made.from, made.to),
              Math.max(made.from, made.to) + 1,
            );
            selection = include(selection, stretch);
            for (const id of stretch) plain.add(id);
          }
        }
        expect(ids.filter((id) => isSelected(selection, id))).toEqual(
          ids.filter((id) => plain.has(id)),
        );
        expect(countSelected(selection, ids.length)).toBe(plain.size);
        expect(headerState(selection, ids.length)).toBe(
          plain.size === 0 ? 'none' : plain.size === ids.length ? 'all' : 'some',
        );
      }),
    );
  });

  test('an empty list shows an empty box even when everything is selected', () => {
    expect(headerState(wholeSelection, 0)).toBe('none');
  });
});
