import type { Id } from '#domain/ids.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What was meant, null when nothing is; and the names of what there is. */
export interface Choice<N extends Named> {
  readonly found: N | null;
  readonly known: readonly string[];
}

/** The one of that identifier or name, or the only one whose name holds it, whatever accents and case. */
function chosen<N extends Named>(some: readonly N[], wanted: string): Choice<N> {
  const text = foldText(wanted);
  const exact = some.find(({ id, name }) => id === wanted || foldText(name) === text);
  const similar = some.filter(({ name }) => text !== '' && foldText(name).includes(text));
  const only = similar.length === 1 ? similar[0] : undefined;
  return { found: exact ?? only ?? null, known: some.map(({ name }) => name) };
}

export function chooseMeeting(
  db: ReadableDb,
  wanted: string,
): Choice<{ readonly id: Id<'meeting'>; readonly name: string }> {
  const meetings = listRecords(db, 'meeting', {}, ['heldOn', 'title']);
  return chosen(
    meetings.map(({ id, title }) => ({ id, name: title })),
    wanted,
  );
}

export function chooseSubGroup(
  db: ReadableDb,
  wanted: string,
): Choice<{ readonly id: Id<'subGroup'>; readonly name: string }> {
  return chosen(listRecords(db, 'subGroup', {}, ['position']), wanted);
}

/** A working group, also by its acronym. */
export function chooseGroup(
  db: ReadableDb,
  wanted: string,
): Choice<{ readonly id: Id<'workingGroup'>; readonly name: string }> {
  const groups = listRecords(db, 'workingGroup', {}, ['name']);
  const choice = chosen(groups, wanted);
  const short = groups.find(
    ({ acronym }) => acronym !== null && foldText(acronym) === foldText(wanted),
  );
  return { ...choice, found: choice.found ?? short ?? null };
}
