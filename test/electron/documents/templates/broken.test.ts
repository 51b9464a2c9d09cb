import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { TemplateError } from '#documents/templates/template.ts';
import type { TemplateKind } from '#documents/templates/template.ts';
import { openTemplate } from '#services/templates/open.ts';
import { assertTemplate } from '#services/templates/check.ts';
import { writeDocument } from '#documents/writers.ts';
import { AppError } from '#contract/errors.ts';
import { richDocument } from '../sample.ts';
import { slideTemplate } from './slide-templates.ts';
import { textTemplate } from './text-templates.ts';
import { wordTemplate } from './word-templates.ts';
import { written } from './words.ts';

const refusal = (kind: TemplateKind, bytes: Uint8Array): string => {
  try {
    assertTemplate(kind, bytes, 'modele');
    return 'accepted';
  } catch (error) {
    return error instanceof AppError
      ? `${error.code} ${String(error.details['part'] ?? '')}`.trim()
      : String(error);
  }
};

const without = (bytes: Uint8Array, path: string): Uint8Array => {
  const { [path]: _gone, ...rest } = unzipSync(bytes);
  return zipSync(rest);
};
const withPart = (bytes: Uint8Array, path: string, content: string): Uint8Array =>
  zipSync({ ...unzipSync(bytes), [path]: strToU8(content) });

describe('a template that cannot be used is refused with its reason and place', () => {
  const word = wordTemplate();
  const bomb = zipSync({ ...unzipSync(word), 'word/media/big.bin': new Uint8Array(60_000_000) });
  const ole = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  const cases: readonly (readonly [string, TemplateKind, Uint8Array, string])[] = [
    ['nothing', 'docx', new Uint8Array(), 'template.empty'],
    ['a text', 'docx', strToU8('bonjour'), 'template.notAZip'],
    ['a cut file', 'docx', word.subarray(0, word.length - 400), 'template.damaged'],
    ['another format', 'docx', slideTemplate(), 'template.wrongKind'],
    ['Writer for Word', 'docx', textTemplate(), 'template.wrongKind'],
    ['a ZIP of anything', 'pptx', zipSync({ 'a.txt': strToU8('a') }), 'template.wrongKind'],
    ['a bomb', 'docx', bomb, 'template.bomb word/media/big.bin'],
    ['a password', 'docx', ole, 'template.encrypted'],
    ['an old file', 'docx', ole.subarray(0, 600), 'template.oldFormat'],
    ['no body', 'docx', without(word, 'word/document.xml'), 'template.missingPart officeDocument'],
    ['no relations', 'docx', without(word, '_rels/.rels'), 'template.missingPart _rels/.rels'],
    [
      'broken XML',
      'docx',
      withPart(word, 'word/document.xml', '<w:document'),
      'template.badXml word/document.xml',
    ],
    [
      'entities',
      'docx',
      withPart(word, 'word/styles.xml', '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'),
      'template.forbiddenXml word/styles.xml',
    ],
    [
      'no master',
      'pptx',
      without(slideTemplate(), 'ppt/slideMasters/slideMaster1.xml'),
      'template.missingPart slideMaster',
    ],
    ['no styles', 'odt', without(textTemplate(), 'styles.xml'), 'template.missingPart styles.xml'],
  ];
  test.each(cases)('%s', (_name, kind, bytes, expected) => {
    expect(refusal(kind, bytes)).toBe(expected);
  });

  test('sound ones are taken', () => {
    expect(refusal('docx', word)).toBe('accepted');
    expect(refusal('pptx', slideTemplate())).toBe('accepted');
    expect(refusal('odt', textTemplate())).toBe('accepted');
  });
});

test('a template that breaks while it is applied leaves the document in the ordinary look', async () => {
  const broken = withPart(wordTemplate(), 'word/numbering.xml', '<w:numbering');
  const { bytes, outcome } = await written('docx', richDocument(), broken);
  expect(outcome.isUsed).toBe(false);
  expect(outcome.isUsed ? '' : outcome.error.code).toBe('badXml');
  const plain = await writeDocument('docx', richDocument());
  expect(Object.keys(unzipSync(bytes))).toEqual(Object.keys(unzipSync(plain)));
});

test('whatever bytes are changed, a template is read or refused by its own error', () => {
  const samples = { docx: wordTemplate(), pptx: slideTemplate(), odt: textTemplate() } as const;
  fc.assert(
    fc.property(
      fc.constantFrom('docx', 'pptx', 'odt'),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      (kind, changes) => {
        const bytes = samples[kind].slice();
        for (const [place, value] of changes) bytes[place % bytes.length] = value;
        try {
          openTemplate(kind, bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(TemplateError);
        }
        expect(refusal(kind, bytes)).toMatch(/^(?:accepted|template\.)/u);
      },
    ),
    { numRuns: 150 },
  );
});
