import type { PeopleChoice } from '#contract/contact.channels.ts';
import type { VcardPerson } from '#interop/vcard.exporter.ts';
import { writeVcards } from '#interop/vcard.exporter.ts';
import { instantOf } from '#journal/clock.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import type { Translator } from '#platform/translate.ts';
import type { HeldFunction, HeldMandate } from '#repositories/distribution.repo.ts';
import {
  allPeople,
  heldFunctions,
  heldMandates,
  listMembers,
} from '#repositories/distribution.repo.ts';
import { getRecord } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { one, sql } from '#sql/sql.ts';

import { dayOf } from './distribution.ts';
import type { StoreSession } from './session.ts';

const CHUNK = 500;
/** Parts several functions or mandates in one line of a card. */
const JOIN = ' / ';

/** Identifiers of the people chosen, by family name where a list says who they are. */
export function chosenPeople(db: ReadableDb, choice: PeopleChoice, today: string): string[] {
  if ('ids' in choice) return [...new Set<string>(choice.ids)];
  if ('everyone' in choice) return allPeople(db);
  return listMembers(db, choice.definition, dayOf(choice.definition, today)).map(({ id }) => id);
}

function revisedAt(db: ReadableDb, id: string): string | null {
  const row = one<{ hlc: string | null }>(
    db,
    sql`SELECT max(hlc) AS hlc FROM change WHERE row = ${id}`,
  );
  return row === null || row.hlc === null ? null : instantOf(row.hlc);
}

function titleOf(functions: readonly HeldFunction[]): string | null {
  const [first, ...others] = functions;
  const titles = [
    first?.title ?? '',
    ...others.map(({ title, organisation }) =>
      title === null ? organisation : `${title} (${organisation})`,
    ),
  ].filter((title) => title !== '');
  return titles.length === 0 ? null : titles.join(JOIN);
}

function roleOf(mandates: readonly HeldMandate[], translate: Translator['t']): string | null {
  const words = mandates.map(({ role, bodyLabel }) =>
    [translate(`vocabulary:choice.mandate.role.${role}`), bodyLabel]
      .filter((part) => part !== '')
      .join(', '),
  );
  return words.length === 0 ? null : words.join(JOIN);
}

function cardOf(
  db: ReadableDb,
  id: string,
  functions: readonly HeldFunction[],
  mandates: readonly HeldMandate[],
  translate: Translator['t'],
): VcardPerson[] {
  const person = getRecord(db, 'person', id);
  if (person === null) return [];
  const { civility, givenName, familyName, email, phone, tags } = person;
  const [first] = functions;
  const spokenFor = mandates.find(({ organisation }) => organisation !== null);
  return [
    {
      uid: `urn:uuid:${id}`,
      fullName: [givenName, familyName].filter(Boolean).join(' '),
      familyName,
      givenName,
      honorific:
        civility === null ? null : translate(`vocabulary:choice.person.civility.${civility}`),
      organisation: first?.organisation ?? spokenFor?.organisation ?? null,
      title: titleOf(functions),
      role: roleOf(mandates, translate),
      email,
      phone,
      address:
        first === undefined
          ? null
          : { street: first.address, postalCode: first.postalCode, locality: first.communeName },
      categories: tags,
      revisedAt: revisedAt(db, id),
    },
  ];
}

/** The cards of some people as they are on a day; who was put aside meanwhile has none. */
export function* vcardsOf(
  db: ReadableDb,
  ids: readonly string[],
  day: string,
  translate: Translator['t'],
): Generator<VcardPerson> {
  for (let start = 0; start < ids.length; start += CHUNK) {
    const some = ids.slice(start, start + CHUNK);
    const functions = Map.groupBy(heldFunctions(db, some, day), ({ personId }) => personId);
    const mandates = Map.groupBy(heldMandates(db, some, day), ({ personId }) => personId);
    for (const id of some) {
      yield* cardOf(db, id, functions.get(id) ?? [], mandates.get(id) ?? [], translate);
    }
  }
}

export interface VcardExport {
  readonly people: PeopleChoice;
  readonly today: string;
  readonly translate: Translator['t'];
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Writes people as one vCard file, which appears whole or not at all.
 * @returns how many cards it holds
 * @throws AppError `export.notWritable`
 */
export async function exportVcards(
  session: StoreSession,
  path: string,
  { people, today, translate, signal, onProgress }: VcardExport,
): Promise<number> {
  const snapshot = session.openSnapshot();
  try {
    const { db } = snapshot;
    const ids = chosenPeople(db, people, today);
    const day = 'definition' in people ? dayOf(people.definition, today) : today;
    return await writeFileInto(path, (sink) =>
      writeVcards(vcardsOf(db, ids, day, translate), sink, {
        ...(signal === undefined ? {} : { signal }),
        onProgress: (done) => onProgress?.(done, ids.length),
      }),
    );
  } finally {
    snapshot.close();
  }
}
