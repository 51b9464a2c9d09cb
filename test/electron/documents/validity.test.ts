import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { DocumentFormatId } from '#documents/writers.ts';
import { writeDocument } from '#documents/writers.ts';
import { officeComplaints, openDocumentComplaints } from '#test/valid-office.ts';
import { nastyDocument } from './nasty-sample.ts';
import { richDocument } from './sample.ts';

/** The file with the first such words of its parts replaced. */
function spoilt(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]) => {
    const text = strFromU8(part, true);
    return [path, strToU8(text.replace(from, to), true)] as const;
  });
  return zipSync(Object.fromEntries(parts));
}

const documents = { rich: richDocument, nasty: nastyDocument };

test('what is wrong is told', async () => {
  const odt = await writeDocument('odt', richDocument());
  expect(
    await openDocumentComplaints(spoilt(odt, '<office:body>', '<text:p/><office:body>')),
  ).not.toEqual([]);
  const docx = await writeDocument('docx', richDocument());
  expect(await officeComplaints(spoilt(docx, '<w:body>', '<w:body><w:tc/>'), 'docx')).not.toEqual(
    [],
  );
});

describe.each(['rich', 'nasty'] as const)('%s document', (name) => {
  test.each(['docx', 'pptx'] as const)('%s passes the strict reader', async (format) => {
    const bytes = await writeDocument(format, documents[name]());
    expect(await officeComplaints(bytes, format)).toEqual([]);
  });

  test.each(['odt', 'odp'] as const satisfies readonly DocumentFormatId[])(
    '%s follows the schema',
    async (format) => {
      expect(await openDocumentComplaints(await writeDocument(format, documents[name]()))).toEqual(
        [],
      );
    },
  );
});
