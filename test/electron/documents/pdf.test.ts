import { unzlibSync, zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { documentModel } from '#documents/compose.ts';
import type { DocumentModel } from '#documents/model.ts';
import { latin, readPdf, unlatin, writePdf } from '#documents/pdf.file.ts';
import { finishPdf } from '#documents/pdf.finish.ts';

const model = (isCompact: boolean): DocumentModel =>
  documentModel({
    meta: {
      title: 'Titre',
      subtitle: 'Sujet',
      organisation: 'Préfecture',
      date: '2017-01-01',
      language: 'fr',
      kind: 'x',
    },
    titlePage: { isCompact },
    sections: [],
  });

const stream = (number: number, commands: string): [number, string] => {
  const packed = latin(zlibSync(unlatin(commands)));
  return [
    number,
    `${number} 0 obj\n<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n${packed}\nendstream\nendobj\n`,
  ];
};
const object = (number: number, content: string): [number, string] => [
  number,
  `${number} 0 obj\n${content}\nendobj\n`,
];
const page = (tagged: string, margin: string): string =>
  `q\n1 1 1 rg\nBT\n/P <</MCID 0 >>BDC\n${tagged} Tj\nEMC\nET\nQ\nq\nBT\n${margin} Tj\nET\nQ`;

/** As Chromium's printer writes: the margins' text stands outside the tags. */
const printed = (first = page('<01>', '<F1>')): Uint8Array =>
  writePdf({
    head: '%PDF-1.4\n%\u00d3\u00eb\n',
    trailer: '<</Size 8\n/Root 7 0 R\n/Info 1 0 R>>',
    objects: new Map([
      object(1, '<</Title (T)\n/Creator (Mozilla/5.0 \\(X11\\) Chrome)\n/Producer (Skia)>>'),
      object(2, '<</Type /Page\n/Contents 3 0 R\n/Parent 6 0 R>>'),
      stream(3, first),
      object(4, '<</Type /Page\n/Contents 5 0 R\n/Parent 6 0 R>>'),
      stream(5, page('<02>', '<F2>')),
      object(6, '<</Type /Pages\n/Count 2\n/Kids [2 0 R 4 0 R]>>'),
      object(7, '<</Type /Catalog\n/Pages 6 0 R>>'),
    ]),
  });

/** The commands of a page, read back through the table of references. */
function commandsOf(bytes: Uint8Array, number: number): string {
  const found = readPdf(bytes)?.objects.get(number) ?? '';
  const [, length = '0'] = /\/Length (\d+)/u.exec(found) ?? [];
  const start = found.indexOf('stream\n') + 7;
  return latin(unzlibSync(unlatin(found.slice(start, start + Number(length)))));
}

describe('a printed PDF', () => {
  test('loses head and foot on its title page only', () => {
    const done = finishPdf(printed(), model(false));
    expect(commandsOf(done, 3)).toContain('<01>');
    expect(commandsOf(done, 3)).not.toContain('<F1>');
    expect(commandsOf(done, 5)).toContain('/Artifact BMC\nBT\n<F2> Tj\nET\nEMC');
  });

  test('keeps them where there is no title page', () => {
    expect(commandsOf(finishPdf(printed(), model(true)), 3)).toContain('<F1>');
  });

  test('names its author, not the browser', () => {
    const text = latin(finishPdf(printed(), model(true)));
    expect(text).toContain('/Creator (Rapporteur)\n/Producer (Skia)');
    expect(text).not.toContain('Mozilla');
    expect(text).toContain('/Author <FEFF0050007200e90066');
  });

  test.each([
    ['not a PDF', unlatin('nothing')],
    ['cut short', printed().subarray(0, 300)],
    ['of another build', unlatin(latin(printed()).replace('/Root', '/Prev 3 /Root'))],
  ])('%s comes back as it is', (_name, bytes) => {
    expect(finishPdf(bytes, model(false))).toBe(bytes);
  });

  test('a page that is not understood keeps its commands', () => {
    for (const odd of [
      'BT\nBT\nET',
      'EMC\nBT\n/P <</MCID 0 >>BDC\nEMC\nET',
      page('<01>', '<F1>') + '\nBT',
    ]) {
      expect(commandsOf(finishPdf(printed(odd), model(false)), 3)).toBe(odd);
    }
  });

  test('without tags nothing is taken away', () => {
    const plain = 'BT\n<01> Tj\nET';
    expect(commandsOf(finishPdf(printed(plain), model(false)), 3)).toBe(plain);
  });
});
