import type { GridFilter, ListPort } from './grid.types.ts';

/** What narrows a list for good: columns that hold this very value. */
export type Within = Readonly<Record<string, string | number>>;

/** The same list, narrowed: what is shown, counted, changed, removed and exported stays within it. */
export function within(port: ListPort, narrowed: Within): ListPort {
  const filters = Object.entries(narrowed).map(([column, value]): GridFilter => ({
    column,
    // Numbers have no operator of equality.
    ...(typeof value === 'number'
      ? { operator: 'between', value: [value, value] }
      : { operator: 'is', value }),
    negated: false,
  }));
  const narrow = <Q extends Parameters<ListPort['fetchPage']>[0]>(query: Q): Q => ({
    ...query,
    filters: [
      ...query.filters.filter(({ column }) => !Object.hasOwn(narrowed, column)),
      ...filters,
    ],
  });
  type Target = Parameters<ListPort['change']>[0];
  const only = (target: Target): Target =>
    'ids' in target ? target : { ...target, query: narrow(target.query) };
  return {
    ...port,
    fetchPage: (query, ...rest) => port.fetchPage(narrow(query), ...rest),
    fetchGroups: (query, ...rest) => port.fetchGroups(narrow(query), ...rest),
    preview: (target, ...rest) => port.preview(only(target), ...rest),
    change: (target, ...rest) => port.change(only(target), ...rest),
    remove: (target, ...rest) => port.remove(only(target), ...rest),
    exportRows: (query, columns, choice) =>
      port.exportRows(narrow(query), columns, {
        ...choice,
        target: choice.target === null ? null : only(choice.target),
      }),
  };
}
