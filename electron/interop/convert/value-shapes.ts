import { cellText } from '#interop/import/sheet.ts';
import type { Cell } from '#interop/import/sheet.ts';
import { cellConverter } from './convert-cell.ts';
import type { ConvertKind, ConvertOptions, ConvertProblem, ConvertTarget } from './targets.ts';

/** More cells than these say no more about a column. */
const MOST_SAMPLES = 60;
/** Refusals of values that are of the kind all the same. */
const OF_THE_KIND: Readonly<Partial<Record<ConvertKind, readonly ConvertProblem[]>>> = {
  siren: ['mangledNumber', 'badSiren'],
  siret: ['mangledNumber', 'badSiret'],
  date: ['incompleteDate', 'yearMissing', 'noSuchDay'],
  integer: ['notAWholeNumber', 'outOfRange', 'tooLarge', 'tooSmall'],
  number: ['ambiguousNumber', 'outOfRange', 'tooLarge', 'tooSmall'],
};
const POSTAL_CODE = /^\d{4,5}$/;
const WEB = /^(?:https?:\/\/|www\.)/i;
const FULL_NAME = /^\p{L}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){1,4}$/u;

/** What the values of one column look like. */
export interface ColumnShape {
  /** Cells that hold something. */
  readonly count: number;
  /** Share of them that fit a target, from 0 to 1; 0 for an empty column. */
  readonly fit: (target: ConvertTarget) => number;
  /** The same, but for what could be nothing else: a valid key, a whole date, a code of five digits. */
  readonly strictFit: (kind: ConvertKind) => number;
  /** Share of cells of two words or more that could be names of people. */
  readonly namesFit: () => number;
}

function isStrict(kind: ConvertKind, cell: Cell): boolean {
  const text = cellText(cell).trim();
  switch (kind) {
    case 'postalCode':
      return POSTAL_CODE.test(text);
    case 'url':
      return WEB.test(text);
    case 'phone':
      return /^[+0(]/.test(text) || text.replace(/\D/g, '').length >= 9;
    case 'date':
      return text.length >= 6;
    default:
      return true;
  }
}

export function columnShape(cells: readonly Cell[], options: ConvertOptions): ColumnShape {
  const samples: Cell[] = [];
  for (const cell of cells) {
    if (cellText(cell).trim() === '') continue;
    samples.push(cell);
    if (samples.length >= MOST_SAMPLES) break;
  }
  const known = new Map<string, number>();

  function share(key: string, test: (cell: Cell) => boolean | null): number {
    const before = known.get(key);
    if (before !== undefined) return before;
    const told = samples.map(test).filter((said) => said !== null);
    const ratio = told.length === 0 ? 0 : told.filter(Boolean).length / told.length;
    known.set(key, ratio);
    return ratio;
  }

  return {
    count: samples.length,
    fit: (target) => {
      const key = `${target.kind} ${JSON.stringify(target.choices ?? [])}`;
      const convert = cellConverter(target, options);
      return share(key, (cell) => {
        const result = convert(cell);
        if (result.ok) return result.value === null ? null : true;
        return OF_THE_KIND[target.kind]?.includes(result.problem) === true;
      });
    },
    strictFit: (kind) => {
      const convert = cellConverter({ kind }, options);
      return share(`strict ${kind}`, (cell) => {
        const result = convert(cell);
        if (result.ok && result.value === null) return null;
        const fits = result.ok && result.note !== 'phoneKept' && result.note !== 'textDropped';
        return fits && isStrict(kind, cell);
      });
    },
    namesFit: () => share('names', (cell) => FULL_NAME.test(cellText(cell).trim())),
  };
}
