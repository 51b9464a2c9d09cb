/**
 * Pairs rows with columns so that the sum of weights is the greatest there is; each is used once at
 * most, and only where the weight is above 0. Hungarian method, rows² × columns steps. Gives the
 * column of each row, or null.
 */
export function bestPairs(weights: readonly (readonly number[])[]): (number | null)[] {
  const rows = weights.length;
  const columns = Math.max(rows, weights[0]?.length ?? 0);
  const cost = (row: number, column: number): number => -(weights[row - 1]?.[column - 1] ?? 0);
  const rowPotential: number[] = Array(rows + 1).fill(0);
  const columnPotential: number[] = Array(columns + 1).fill(0);
  const rowOf: number[] = Array(columns + 1).fill(0);
  const before: number[] = Array(columns + 1).fill(0);
  const at = (list: readonly number[], index: number): number => list[index] ?? 0;

  for (let row = 1; row <= rows; row += 1) {
    rowOf[0] = row;
    const least: number[] = Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const isUsed: boolean[] = Array(columns + 1).fill(false);
    let column = 0;
    do {
      isUsed[column] = true;
      const current = at(rowOf, column);
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let to = 1; to <= columns; to += 1) {
        if (isUsed[to] === true) continue;
        const reduced = cost(current, to) - at(rowPotential, current) - at(columnPotential, to);
        if (reduced < at(least, to)) {
          least[to] = reduced;
          before[to] = column;
        }
        if (at(least, to) < delta) {
          delta = at(least, to);
          next = to;
        }
      }
      for (let to = 0; to <= columns; to += 1) {
        if (isUsed[to] === true) {
          rowPotential[at(rowOf, to)] = at(rowPotential, at(rowOf, to)) + delta;
          columnPotential[to] = at(columnPotential, to) - delta;
        } else {
          least[to] = at(least, to) - delta;
        }
      }
      column = next;
    } while (at(rowOf, column) !== 0);
    while (column !== 0) {
      const previous = at(before, column);
      rowOf[column] = at(rowOf, previous);
      column = previous;
    }
  }

  const pairs: (number | null)[] = Array(rows).fill(null);
  for (let column = 1; column <= columns; column += 1) {
    const row = at(rowOf, column);
    if (row > 0 && cost(row, column) < 0) pairs[row - 1] = column - 1;
  }
  return pairs;
}
