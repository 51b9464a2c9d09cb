import type { FieldChoice, MergeSide } from '#contract/duplicate.channels.ts';

/** What the person chose so far, by column; columns that are not named have the suggested value. */
export type Sides = Readonly<Record<string, MergeSide>>;

export interface SortedFields {
  /** Both sides know something, and not the same. */
  readonly toChoose: readonly FieldChoice[];
  /** One side alone knows something. */
  readonly completed: readonly FieldChoice[];
  readonly same: readonly FieldChoice[];
}

export function isBlank(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** Columns by what is left to decide about them; those that say nothing on either side are left out. */
export function sortFields(fields: readonly FieldChoice[]): SortedFields {
  const said = fields.filter(({ kept, lost }) => !isBlank(kept) || !isBlank(lost));
  // A value that would contradict another one is not taken over by itself.
  const isOneSided = ({ kept, lost, suggested }: FieldChoice): boolean =>
    (isBlank(kept) && suggested === 'lost') || (isBlank(lost) && suggested === 'kept');
  const isSame = ({ kept, lost }: FieldChoice): boolean =>
    JSON.stringify(kept) === JSON.stringify(lost);
  return {
    toChoose: said.filter((field) => !isOneSided(field) && !isSame(field)),
    completed: said.filter(isOneSided),
    // That neither is fictitious goes without saying.
    same: said.filter((field) => isSame(field) && field.kept !== false),
  };
}

/** The same choices when the other record is kept. */
export function turned(sides: Sides): Sides {
  const other = { kept: 'lost', lost: 'kept', both: 'both' } as const;
  return Object.fromEntries(Object.entries(sides).map(([field, side]) => [field, other[side]]));
}

/** The side to the left or the right of the one chosen; those at the ends stay. */
export function stepped(side: MergeSide, step: 1 | -1, canJoin: boolean): MergeSide {
  const order: readonly MergeSide[] = canJoin ? ['kept', 'both', 'lost'] : ['kept', 'lost'];
  const at = Math.max(0, Math.min(order.length - 1, order.indexOf(side) + step));
  return order[at] ?? side;
}
