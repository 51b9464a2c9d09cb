import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ImportRegisterName, ImportSpec } from '#contract/import.channels.ts';
import type { MappingMemory, SavedMapping } from '#contract/import-mapping.ts';
import { mappingMemory, REMEMBERED, savedMapping } from '#contract/import-mapping.ts';
import { AppError } from '#contract/errors.ts';
import { headerKey, headerSlots } from '#interop/convert/header-key.ts';
import { writeFileAtomically } from '#platform/atomic-write.ts';
import { foldText } from '#sql/fold.ts';

function slotsOf(labels: readonly string[], columns: number): string[] {
  const slots = headerSlots(labels);
  return Array.from({ length: columns }, (_, column) => slots[column] || `#${column + 1}`);
}

/** A mapping by the words of the headers, as it is saved and remembered. */
export function savedFrom(spec: ImportSpec, labels: readonly string[]): SavedMapping {
  const width = Math.max(0, ...spec.mapping.map(({ column }) => column + 1));
  const slots = slotsOf(labels, width);
  return {
    rapporteur: 'mapping',
    version: 1,
    register: spec.register,
    columns: Object.fromEntries(
      spec.mapping.map(({ column, key }) => [slots[column] ?? `#${column + 1}`, key]),
    ),
    fixed: spec.fixed,
    createsMissing: spec.createsMissing,
    clearsEmpty: spec.clearsEmpty,
  };
}

/** The columns of a sheet that a saved mapping speaks of. */
export function fitted(
  saved: SavedMapping,
  labels: readonly string[],
  columns: number,
): ImportSpec['mapping'] {
  // A mapping written by hand names columns as their headers do, capitals and accents included.
  const keys = new Map(
    Object.entries(saved.columns).map(([slot, key]) => [foldText(slot), key] as const),
  );
  return slotsOf(labels, columns).flatMap((slot, column) => {
    const key = keys.get(foldText(slot));
    return key === undefined ? [] : [{ column, key }];
  });
}

/** @throws AppError `import.badMapping` */
export function readMappingFile(path: string): SavedMapping {
  try {
    return savedMapping.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new AppError('import.badMapping', { path }, { cause: error });
  }
}

export function writeMappingFile(path: string, mapping: SavedMapping): void {
  writeFileAtomically(path, `${JSON.stringify(mapping, null, 2)}\n`);
}

function memoryPath(home: string): string {
  return join(home, 'mappings.json');
}

function readMemory(home: string): MappingMemory['mappings'] {
  try {
    return mappingMemory.parse(JSON.parse(readFileSync(memoryPath(home), 'utf8'))).mappings;
  } catch {
    // Never made, or spoilt: nothing is remembered then, and guessing works as ever.
    return [];
  }
}

function keyOf(register: ImportRegisterName, labels: readonly string[]): string {
  return `${register} ${headerKey(labels)}`;
}

/** The mapping last used with these headers for this register; null for none. */
export function rememberedMapping(
  home: string,
  register: ImportRegisterName,
  labels: readonly string[],
): SavedMapping | null {
  if (labels.length === 0) return null;
  const wanted = keyOf(register, labels);
  return readMemory(home).find(({ headers }) => headers === wanted)?.mapping ?? null;
}

/** The register last filled from a sheet with these headers. */
export function rememberedRegister(
  home: string,
  labels: readonly string[],
): ImportRegisterName | null {
  const key = headerKey(labels);
  const found = readMemory(home).find(({ headers }) => headers.endsWith(` ${key}`));
  return found?.mapping.register ?? null;
}

/** Keeps a mapping for the next file with these headers; the oldest give way. */
export function rememberMapping(home: string, spec: ImportSpec, labels: readonly string[]): void {
  if (labels.length === 0) return;
  const headers = keyOf(spec.register, labels);
  const others = readMemory(home).filter((known) => known.headers !== headers);
  const mappings = [{ headers, mapping: savedFrom(spec, labels) }, ...others].slice(0, REMEMBERED);
  writeFileAtomically(memoryPath(home), JSON.stringify({ version: 1, mappings }));
}
