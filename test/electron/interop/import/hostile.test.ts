import { deflateRawSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { cellsOf, fixture, readAll, refusal } from './read-all.ts';
import { makeZip, odsParts, worksheet, xlsxParts } from './zip-maker.ts';
import type { ForgedPart } from './zip-maker.ts';

const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>';
const SHEET = worksheet(ROW);
const extra = (part: Partial<ForgedPart>): Buffer =>
  makeZip([...xlsxParts(SHEET), { name: 'xl/media/a.bin', data: 'abc', ...part }]);

describe('the ZIP check', () => {
  it('lets a true file through, with data descriptors too', async () => {
    expect(cellsOf((await readAll(extra({}))).rows)).toEqual([[1]]);
    expect(
      cellsOf((await readAll(makeZip(xlsxParts(SHEET), { usesDescriptors: true }))).rows),
    ).toEqual([[1]]);
  });

  const FORGED: readonly (readonly [string, string, Buffer])[] = [
    ['a wrong CRC', 'damaged', makeZip(xlsxParts(SHEET, { crc: 1 }))],
    ['a wrong CRC in a part that is not read', 'damaged', extra({ crc: 1 })],
    ['a size that is less than true', 'forgedZip', makeZip(xlsxParts(SHEET, { size: 10 }))],
    ['a size that is more than true', 'damaged', makeZip(xlsxParts(SHEET, { size: 9999 }))],
    ['a local name of its own', 'forgedZip', extra({ local: { name: 'xl/media/b.bin' } })],
    ['a local size of its own', 'forgedZip', extra({ local: { size: 7 } })],
    ['a local method of its own', 'forgedZip', extra({ local: { method: 0 } })],
    ['two parts at one place', 'forgedZip', extra({ offset: 0 })],
    ['a place outside the file', 'forgedZip', extra({ offset: 999_999 })],
    ['packed bytes beyond the file', 'forgedZip', extra({ packedSize: 999_999 })],
    ['a name that climbs out', 'forgedZip', extra({ name: '../../evil' })],
    ['a name that climbs out the Windows way', 'forgedZip', extra({ name: 'xl\\..\\..\\evil' })],
    ['an absolute name', 'forgedZip', extra({ name: '/etc/passwd' })],
    ['a drive', 'forgedZip', extra({ name: 'C:\\evil' })],
    ['a part twice, in two cases', 'forgedZip', extra({ name: 'XL/Workbook.xml' })],
    [
      'bytes after the deflated ones',
      'forgedZip',
      extra({ packed: Buffer.concat([deflateRawSync('abc'), Buffer.from('secret')]) }),
    ],
    ['no deflated bytes', 'damaged', extra({ packed: Buffer.from('ffffffff', 'hex') })],
    ['more parts announced than there are', 'forgedZip', makeZip(xlsxParts(SHEET), { count: 60 })],
    ['too many parts', 'bomb', makeZip(xlsxParts(SHEET), { count: 60_000 })],
    ['encrypted parts', 'encrypted', extra({ flags: 1 })],
    ['an end that is cut', 'damaged', extra({}).subarray(0, -10)],
  ];

  it.each(FORGED)('refuses %s', async (_name, code, bytes) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it('refuses a bomb by what it announces, and by what comes out', async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024);
    const bomb = { name: 'xl/media/zeros.bin', data: zeros };
    expect(await refusal(makeZip([...xlsxParts(SHEET), bomb]))).toBe('bomb');
    const forged = { name: 'xl/media/zeros.bin', data: zeros, size: 1000 };
    expect(await refusal(makeZip([...xlsxParts(SHEET), forged]))).toBe('forgedZip');
    const limits = { inflatedBytes: 2000 };
    expect(await refusal(makeZip(xlsxParts(worksheet(ROW.repeat(100)))), { limits })).toBe('bomb');
  });

  it('refuses a small file that announces gigabytes', async () => {
    const forged = makeZip(xlsxParts(SHEET, { size: 2_000_000_000 }));
    expect(forged.length).toBeLessThan(1600);
    expect(await refusal(forged)).toBe('bomb');
  });

  it('refuses other archives and documents by name', async () => {
    expect(await refusal(makeZip([{ name: 'registre.xlsx', data: extra({}) }]))).toBe('nestedZip');
    expect(await refusal(makeZip(xlsxParts('x', { data: extra({}), isStored: true })))).toBe(
      'nestedZip',
    );
    expect(await refusal(makeZip([{ name: 'a.txt', data: 'a' }]))).toBe('notASpreadsheet');
    const document = { name: 'word/document.xml', data: '<w/>' };
    const types = { name: '[Content_Types].xml', data: '<Types/>' };
    expect(await refusal(makeZip([types, document]))).toBe('notASpreadsheet');
    const text = {
      name: 'mimetype',
      data: 'application/vnd.oasis.opendocument.text',
      isStored: true,
    };
    expect(await refusal(makeZip([text, { name: 'content.xml', data: '<x/>' }]))).toBe(
      'notASpreadsheet',
    );
  });
});

describe('hostile content', () => {
  const DTD =
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  const part = (name: string, data: string): Buffer =>
    makeZip(xlsxParts(SHEET).map((known) => (known.name === name ? { name, data } : known)));

  it.each(['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/worksheets/sheet1.xml'])(
    'a document type in %s is refused',
    async (name) => {
      const known = xlsxParts(SHEET).find((candidate) => candidate.name === name);
      const body = String(known?.data).replace(/<\?xml[^>]*>/, '');
      expect(await refusal(part(name, DTD + body))).toBe('forbiddenXml');
    },
  );

  it('a document type in an ODS or a SpreadsheetML is refused', async () => {
    const ods = odsParts('<table:table table:name="a"></table:table>');
    const forged = ods.map((known) =>
      known.name === 'content.xml' ? { name: known.name, data: DTD + String(known.data) } : known,
    );
    expect(await refusal(makeZip(forged))).toBe('forbiddenXml');
    const xml = fixture('messy.xml')
      .toString('utf8')
      .replace(/^<\?xml[^>]*>/, '');
    expect(await refusal(DTD + xml)).toBe('forbiddenXml');
  });

  it('an entity that XML does not know is refused', async () => {
    const row = '<row><c t="inlineStr"><is><t>&xxe;</t></is></c></row>';
    expect(await refusal(makeZip(xlsxParts(worksheet(row))))).toBe('forbiddenXml');
  });

  it('one endless row or text is refused', async () => {
    const limits = { rowCharacters: 100_000 };
    const long = `<row><c t="inlineStr"><is><t>${'ab'.repeat(400_000)}</t></is></c></row>`;
    expect(await refusal(makeZip(xlsxParts(worksheet(long))), { limits })).toBe('tooLarge');
    const strings = {
      name: 'xl/sharedStrings.xml',
      data: `<sst>${'<si><t>abc</t></si>'.repeat(20_000)}</sst>`,
    };
    expect(
      await refusal(makeZip([...xlsxParts(SHEET), strings]), {
        limits: { sharedCharacters: 50_000 },
      }),
    ).toBe('tooLarge');
  });

  it('far rows and columns are refused, a far cell alone is not expanded below', async () => {
    const at = (reference: string, row: number): Buffer =>
      makeZip(xlsxParts(worksheet(`<row r="${row}"><c r="${reference}${row}"><v>1</v></c></row>`)));
    expect(await refusal(at('XFD', 1))).toBe('tooManyColumns');
    expect(await refusal(at('A', 99_999_999))).toBe('tooManyRows');
    expect((await readAll(at('C', 1_048_576))).rows).toHaveLength(1);
  });

  it('a file that is encrypted says so', async () => {
    const manifest = {
      name: 'META-INF/manifest.xml',
      data: '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
    };
    const ods = odsParts('<table:table table:name="a"></table:table>');
    expect(await refusal(makeZip([...ods, manifest]))).toBe('encrypted');
    const compound = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await refusal(compound)).toBe('encrypted');
  });

  it.each([
    ['emptyFile', ''],
    ['emptyFile', '  \r\n'],
    ['notASpreadsheet', '%PDF-1.7 abc'],
    ['notASpreadsheet', '{\\rtf1 abc'],
    ['notASpreadsheet', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
    ['unknownFormat', Buffer.from([1, 2, 3, 0, 5, 6, 7, 8])],
    ['noTable', '<html><body>rien</body></html>'],
    ['damaged', fixture('messy.xls').subarray(0, 3000)],
    ['damaged', fixture('messy.xlsx').subarray(0, 8000)],
  ])('%s', async (code, bytes) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it('bytes changed anywhere never give an error that is not ours', async () => {
    for (const name of ['messy.xlsx', 'messy-calc.ods', 'messy.xls']) {
      const bytes = fixture(name);
      for (let at = 7; at < bytes.length; at += 97) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 0x5a;
        await refusal(changed).catch((error: unknown) => {
          // A byte that belongs to nothing read may change without harm.
          if (!(error instanceof Error) || error.message !== 'the file was read') throw error;
        });
      }
    }
  });
});
