import type { z } from 'zod';

/** `main` holds windows and dialogs; `store` holds the data, in its own process. */
export type Door = 'main' | 'store';

/** One operation that a window may ask for: what goes in, what comes out, and whether it writes. */
export interface Channel<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly door: Door;
  readonly access: 'reads' | 'writes';
  readonly input: I;
  readonly output: O;
}

type Shape<I extends z.ZodType, O extends z.ZodType> = Pick<Channel<I, O>, 'input' | 'output'>;

export function reads<I extends z.ZodType, O extends z.ZodType>(
  door: Door,
  shape: Shape<I, O>,
): Channel<I, O> {
  return { door, access: 'reads', ...shape };
}

export function writes<I extends z.ZodType, O extends z.ZodType>(
  door: Door,
  shape: Shape<I, O>,
): Channel<I, O> {
  return { door, access: 'writes', ...shape };
}
