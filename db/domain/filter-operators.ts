/** What a list can ask of one of its columns. */
export const filterOperators = [
  'contains',
  'startsWith',
  'is',
  'isNot',
  'among',
  'empty',
  'notEmpty',
  'before',
  'after',
  'atLeast',
  'atMost',
  'between',
] as const;
export type FilterOperator = (typeof filterOperators)[number];
