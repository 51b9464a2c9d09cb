import type { DistributionDefinition, MembershipReason } from '#contract/contact.channels.ts';
import type { ExportFormat } from '#interop/exporters.ts';
import type { ExportOptions, ExportResult, ExportRow, Workbook } from '#interop/table.ts';
import type { Translator } from '#platform/translate.ts';
import type { MemberRow } from '#repositories/distribution.repo.ts';
import { heldFunctions, listMembers } from '#repositories/distribution.repo.ts';
import { getRecord } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { dayOf, describeMembers } from './distribution.ts';
import type { StoreSession } from './session.ts';
import { exportWorkbook } from './workbooks.ts';

const CHUNK = 500;

/** Why somebody is in a list, as one line. */
export function reasonText(reason: MembershipReason, t: Translator['t']): string {
  switch (reason.kind) {
    case 'mandate': {
      const role = t(`vocabulary:choice.mandate.role.${reason.role}`);
      return reason.body === '' ? role : t('contacts:reason.mandate', { role, body: reason.body });
    }
    case 'function':
      return reason.title === null
        ? reason.organisation
        : t('contacts:reason.function', {
            title: reason.title,
            organisation: reason.organisation,
          });
    case 'tag':
      return t('contacts:reason.tag', { tag: reason.tag });
    case 'added':
      return t('contacts:reason.added');
  }
}

export interface TableExport {
  readonly definition: DistributionDefinition;
  readonly name: string;
  readonly today: string;
  readonly format: ExportFormat;
  readonly language: 'fr' | 'en';
  readonly author: string;
  readonly translate: Translator['t'];
}

function* rowsOf(
  db: ReadableDb,
  members: readonly MemberRow[],
  { definition, today, translate }: TableExport,
): Generator<ExportRow> {
  const day = dayOf(definition, today);
  for (let start = 0; start < members.length; start += CHUNK) {
    const some = members.slice(start, start + CHUNK);
    const ids = some.map(({ id }) => id);
    const jobs = Map.groupBy(heldFunctions(db, ids, day), ({ personId }) => personId);
    for (const member of describeMembers(db, some, definition, day)) {
      const person = getRecord(db, 'person', member.id);
      const titles = (jobs.get(member.id) ?? []).flatMap(({ title }) => title ?? []);
      yield [
        person?.civility === null || person === null
          ? null
          : translate(`vocabulary:choice.person.civility.${person.civility}`),
        person?.givenName ?? null,
        person?.familyName ?? null,
        member.email,
        person?.phone ?? null,
        member.organisation,
        titles.join(', '),
        member.reasons.map((reason) => reasonText(reason, translate)).join(', '),
      ];
    }
  }
}

function workbookOf(db: ReadableDb, request: TableExport): Workbook {
  const { name, author, language, translate: t, definition, today } = request;
  const members = listMembers(db, definition, dayOf(definition, today));
  const column = (key: string, kind: 'text' | 'identifier' = 'text') => ({
    key,
    kind,
    label: t(`registers:columns.${key}`),
  });
  return {
    properties: { title: name, author, date: new Date().toISOString(), language },
    labels: { yes: t('registers:yes'), no: t('registers:no') },
    tables: [
      {
        name,
        title: name,
        columns: [
          column('civility'),
          column('givenName'),
          column('familyName'),
          column('email'),
          column('phone', 'identifier'),
          column('organisation'),
          column('functions'),
          { key: 'why', kind: 'text', label: t('contacts:column.why') },
        ],
        rows: rowsOf(db, members, request),
        rowCount: members.length,
      },
    ],
  };
}

/**
 * Writes the people of a list as a spreadsheet, which appears whole or not at all.
 * @throws AppError `export.notWritable`, `export.tooLarge`
 */
export async function exportListTable(
  session: StoreSession,
  path: string,
  request: TableExport,
  options: ExportOptions = {},
): Promise<ExportResult> {
  return exportWorkbook(session, path, request.format, (db) => workbookOf(db, request), options);
}
