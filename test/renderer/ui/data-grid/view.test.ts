import { describe, expect, test } from 'vitest';

import { viewDefinition } from '#contract/view.channels.ts';
import type { GridColumn } from '#ui/data-grid/grid.types.ts';
import type { Shown } from '#ui/data-grid/view.ts';
import { definitionOf, isAsSaved, shownBy } from '#ui/data-grid/view.ts';

const column = (key: string): GridColumn => ({
  key,
  kind: 'text',
  label: key,
  choices: [],
  field: key,
  labelsField: null,
  isOptional: true,
  isSortable: true,
});
const columns = ['name', 'kind', 'town'].map(column);

const shown: Shown = {
  prefs: {
    order: ['town', 'name', 'kind'],
    hidden: ['kind'],
    widths: { town: 180.4 },
    sort: [{ column: 'name', direction: 'desc' }],
    groupBy: { column: 'town', direction: 'asc' },
  },
  text: ' lille ',
  filters: { town: { operator: 'contains', value: 'l', isNegated: true } },
  at: '2017-05-09',
};

describe('a view', () => {
  test('holds all that a list shows, and shows it again', () => {
    const definition = viewDefinition.parse(definitionOf(shown, columns));
    expect(isAsSaved(shown, definition, columns)).toBe(true);
    const again = shownBy(definition, columns);
    expect(again).toEqual({
      ...shown,
      text: 'lille',
      prefs: { ...shown.prefs, widths: { town: 180 } },
    });
    expect(isAsSaved(again, definition, columns)).toBe(true);
  });

  test('is changed by anything that shows, and by nothing else', () => {
    const definition = definitionOf(shown, columns);
    const changed = (patch: Partial<Shown>): boolean =>
      !isAsSaved({ ...shown, ...patch }, definition, columns);
    const { prefs } = shown;
    expect(changed({ text: 'lens' })).toBe(true);
    expect(changed({ at: null })).toBe(true);
    expect(changed({ filters: {} })).toBe(true);
    expect(changed({ prefs: { ...prefs, sort: [] } })).toBe(true);
    expect(changed({ prefs: { ...prefs, hidden: [] } })).toBe(true);
    expect(changed({ prefs: { ...prefs, groupBy: null } })).toBe(true);
    expect(changed({ prefs: { ...prefs, order: ['name', 'town', 'kind'] } })).toBe(true);
    // The place and width of a column that is not shown.
    expect(changed({ prefs: { ...prefs, order: ['kind', 'town', 'name'] } })).toBe(false);
    expect(changed({ prefs: { ...prefs, widths: { ...prefs.widths, kind: 90 } } })).toBe(false);
    expect(changed({ text: 'lille' })).toBe(false);
  });

  test('leaves out columns that are gone, and hides those that have come since', () => {
    const definition = definitionOf(shown, columns);
    const later = [column('name'), column('kind'), column('siren')];
    const again = shownBy(definition, later);
    expect(again.prefs.order).toEqual(['name', 'kind']);
    expect([...again.prefs.hidden].toSorted()).toEqual(['kind', 'siren']);
    expect(again.prefs.groupBy).toBeNull();
    expect(again.filters).toEqual({});
    expect(isAsSaved(again, definition, later)).toBe(true);
  });
});
