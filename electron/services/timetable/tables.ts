/** A meeting of a company without a stand, to be given a table. */
export interface Seating {
  readonly companyId: string;
  readonly slot: number;
  /** The table it has already, if any. */
  readonly table: number | null;
}

/**
 * A table for each meeting, in the order given: the one it has, else the one that the company had
 * last, else the first that is free; null when all tables of the slot are taken.
 */
export function assignTables(seatings: readonly Seating[], tables: number): (number | null)[] {
  const taken = new Set<string>();
  const lastOf = new Map<string, number>();
  const given = seatings.map((): number | null => null);
  const take = (index: number, { companyId, slot }: Seating, table: number): boolean => {
    if (table > tables || taken.has(`${table}@${slot}`)) return false;
    taken.add(`${table}@${slot}`);
    lastOf.set(companyId, table);
    given[index] = table;
    return true;
  };
  seatings.forEach((seating, index) => {
    if (seating.table !== null) take(index, seating, seating.table);
  });
  const rest = seatings
    .map((seating, index) => ({ seating, index }))
    .filter(({ index }) => given[index] === null)
    .toSorted((a, b) => a.seating.slot - b.seating.slot || a.index - b.index);
  for (const { seating, index } of rest) {
    const last = lastOf.get(seating.companyId);
    if (last !== undefined && take(index, seating, last)) continue;
    for (let table = 1; table <= tables; table += 1) if (take(index, seating, table)) break;
  }
  return given;
}
