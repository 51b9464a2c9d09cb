import { expect, test } from 'vitest';

import type { DocumentFormatId } from '#documents/writers.ts';
import { writeDocument } from '#documents/writers.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { buildReport } from '#services/reports.ts';
import { exampleStore } from '#test/stores.ts';
import { officeComplaints, openDocumentComplaints } from '#test/valid-office.ts';
import { translatorOf } from '#ipc/failures.ts';

const complaints: Readonly<
  Record<Exclude<DocumentFormatId, 'html'>, (bytes: Uint8Array) => Promise<readonly string[]>>
> = {
  docx: (bytes) => officeComplaints(bytes, 'docx'),
  pptx: (bytes) => officeComplaints(bytes, 'pptx'),
  odt: openDocumentComplaints,
  odp: openDocumentComplaints,
};

test.each(['synthesis', 'restitution'] as const)(
  'the %s of the example passes the strict readers in every format',
  async (report) => {
    const { session } = exampleStore();
    const [group] = listRecords(session.reader, 'workingGroup');
    const model = buildReport(session.reader, {
      report,
      groupId: group?.id ?? '',
      year: 2017,
      language: 'fr',
      translate: translatorOf('fr').t,
    });
    for (const format of ['docx', 'pptx', 'odt', 'odp'] as const) {
      expect(await complaints[format](await writeDocument(format, model)), format).toEqual([]);
    }
  },
  120_000,
);
