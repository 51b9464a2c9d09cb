import { resources } from '#i18n/index.ts';
import { convertCell } from '#interop/convert/convert-cell.ts';
import type { Converted, ConvertOptions, ConvertTarget } from '#interop/convert/targets.ts';
import { compileWords } from '#interop/convert/words.ts';
import type { Cell } from '#interop/import/sheet.ts';

export const words = compileWords([resources.fr.imports.words, resources.en.imports.words]);

export const french: ConvertOptions = { language: 'fr', today: '2025-03-04', words };
export const english: ConvertOptions = { ...french, language: 'en' };

export function read(
  cell: Cell,
  target: ConvertTarget['kind'] | ConvertTarget,
  options = french,
): Converted {
  return convertCell(cell, typeof target === 'string' ? { kind: target } : target, options);
}

/** The value, or the code of the refusal after `!`; the note after `~`. */
export function told(...given: Parameters<typeof read>): unknown {
  const result = read(...given);
  if (!result.ok) return `!${result.problem}`;
  return result.note === undefined ? result.value : `${String(result.value)} ~${result.note}`;
}
