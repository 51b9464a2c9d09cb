import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Block, Inline, RichText } from '#domain/rich-text.ts';
import {
  isBlankRichText,
  isRichTextOrPlain,
  parseRichText,
  plainTextOf,
  readRichText,
  refsOf,
  richTextToKeep,
  wordsOfRichText,
} from '#domain/rich-text.ts';

const id = '01890000-0000-7000-8000-000000000000';
const text = (value: string): Inline => ({ type: 'text', text: value });
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content });

const sample: RichText = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [text('Bilan')] },
    paragraph(
      { type: 'text', text: 'Présenté par ', marks: [{ type: 'bold' }] },
      { type: 'mention', attrs: { table: 'person', id, label: 'Lucile Brionne' } },
      { type: 'hardBreak' },
      text('en juin.'),
    ),
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [paragraph(text('un')), paragraph(text('suite'))] },
        {
          type: 'listItem',
          content: [
            paragraph(text('deux')),
            {
              type: 'orderedList',
              attrs: { start: 3 },
              content: [{ type: 'listItem', content: [paragraph(text('trois'))] }],
            },
          ],
        },
      ],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', content: [paragraph(text('Axe'))] },
            { type: 'tableCell', content: [paragraph(text('A')), paragraph(text('B'))] },
          ],
        },
      ],
    },
    { type: 'decisionRef', attrs: { id } },
    paragraph(text('voir '), { type: 'actionRef', attrs: { id } }),
  ],
};

describe('rich text', () => {
  it('is read back as it was kept', () => {
    const kept = richTextToKeep(sample);
    expect(parseRichText(kept)).toEqual(sample);
    expect(isRichTextOrPlain(kept ?? '')).toBe(true);
  });

  it('drops what the editor adds and the program does not know', () => {
    const typed = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { textAlign: 'left', class: 'MsoNormal' },
          content: [
            {
              type: 'text',
              text: 'site',
              marks: [
                { type: 'link', attrs: { href: 'https://exemple.fr', target: '_blank', rel: 'x' } },
              ],
            },
          ],
        },
      ],
    };
    expect(readRichText(typed)).toEqual({
      type: 'doc',
      content: [
        paragraph({
          type: 'text',
          text: 'site',
          marks: [{ type: 'link', attrs: { href: 'https://exemple.fr' } }],
        }),
      ],
    });
  });

  it('refuses other nodes, other links and bottomless nesting', () => {
    const inDoc = (node: unknown) => ({ type: 'doc', content: [node] });
    const link = (href: string) =>
      inDoc({
        type: 'paragraph',
        content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }],
      });
    expect(readRichText(link('mailto:secretariat@exemple.fr'))).not.toBeNull();
    for (const wrong of [
      inDoc({ type: 'image', attrs: { src: 'x' } }),
      inDoc({ type: 'heading', attrs: { level: 4 } }),
      link('javascript:alert(1)'),
      link('file:///etc/passwd'),
      inDoc({ type: 'decisionRef', attrs: { id: 'x' } }),
      { type: 'paragraph' },
      null,
      [],
    ]) {
      expect(readRichText(wrong)).toBeNull();
    }
    let deep: unknown = { type: 'paragraph' };
    for (let level = 0; level < 5000; level += 1) {
      deep = { type: 'bulletList', content: [{ type: 'listItem', content: [deep] }] };
    }
    expect(readRichText(inDoc(deep))).toBeNull();
    expect(isRichTextOrPlain(JSON.stringify(inDoc({ type: 'image' })))).toBe(false);
  });

  it('takes any plain text as paragraphs, and gives its words back', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((value) => value.trim() !== '' && !value.includes('\r')),
        (plain) => {
          expect(plainTextOf(parseRichText(plain))).toBe(plain);
          expect(wordsOfRichText(plain)).toBe(plain);
        },
      ),
    );
    expect(parseRichText('{"type":"doc","content":12}').content).toHaveLength(1);
    expect(parseRichText(null).content).toEqual([]);
  });

  it('gives its words line by line, with those of decisions and actions where asked', () => {
    expect(plainTextOf(sample).split('\n')).toEqual([
      'Bilan',
      'Présenté par Lucile Brionne',
      'en juin.',
      '- un',
      '  suite',
      '- deux',
      '  3. trois',
      'Axe\tA B',
      'voir ',
    ]);
    expect(plainTextOf(sample, ({ type }) => `[${type}]`)).toContain(
      '[decisionRef]\nvoir [actionRef]',
    );
    expect(refsOf(sample).map(({ type }) => type)).toEqual(['decisionRef', 'actionRef']);
  });

  it('keeps nothing of a document in which nothing is written', () => {
    const blank: RichText = {
      type: 'doc',
      content: [{ type: 'paragraph' }, { type: 'paragraph', content: [] }],
    };
    expect(isBlankRichText(blank)).toBe(true);
    expect(richTextToKeep(blank)).toBeNull();
    expect(isBlankRichText(sample)).toBe(false);
  });
});
