import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { arrange, outlineOf } from '#documents/arrange.ts';
import type { Arrangement } from '#documents/arrange.ts';
import { documentModel, paragraph, section, source, trace } from '#documents/compose.ts';
import type { Section } from '#documents/model.ts';

const none: Arrangement = { sections: [], texts: new Map(), subGroupParts: () => [] };
const placed = (key: string, more: { isHidden?: boolean; isRepeated?: boolean } = {}) => ({
  key,
  isHidden: false,
  isRepeated: false,
  ...more,
});

const model = (sections: readonly Section[]) =>
  documentModel({
    meta: { title: 'T', organisation: 'O', date: '2017-06-30', language: 'fr', kind: 'synthesis' },
    sections,
    sources: [source('s', 'Une source'), source('r', 'Un registre'), source('z', 'Sans appel')],
  });

const three = model([
  section('A', [paragraph('a')], {
    key: 'a',
    sections: [section('A1', [], { key: 'a.1' }), section('A2', [], { key: 'a.2' })],
  }),
  section('B', [paragraph([trace(3, [], { source: 's' })])], { key: 'b', isRepeatable: true }),
  section('C', [paragraph([trace(4, [], { source: 'r' })])], { key: 'c' }),
]);

const titles = (sections: readonly Section[]): unknown[] =>
  sections.map(({ title: [first], sections: children }) => {
    const text = first?.type === 'text' ? first.text : '';
    return children.length === 0 ? text : [text, ...titles(children)];
  });

describe('arranging a document', () => {
  it('changes nothing where nothing is asked', () => {
    expect(arrange(three, none)).toEqual(three);
  });

  it('puts named sections in order among their own', () => {
    const sections = [placed('c'), placed('a.2'), placed('a.1'), placed('b'), placed('a')];
    expect(titles(arrange(three, { ...none, sections }).sections)).toEqual([
      'C',
      'B',
      ['A', 'A2', 'A1'],
    ]);
  });

  it('keeps a section that nobody named behind the one it followed', () => {
    const sections = [placed('c'), placed('a')];
    expect(titles(arrange(three, { ...none, sections }).sections)).toEqual([
      'C',
      ['A', 'A1', 'A2'],
      'B',
    ]);
  });

  it('hides a section with all that is in it and the source that only it used', () => {
    const sections = [placed('a', { isHidden: true }), placed('b', { isHidden: true })];
    const arranged = arrange(three, { ...none, sections });
    expect(titles(arranged.sections)).toEqual(['C']);
    expect(arranged.sources.map(({ id }) => id)).toEqual(['r', 'z']);
    const outline = outlineOf(three, { ...none, sections });
    expect(outline.map(({ key, isHidden, depth }) => [key, isHidden, depth])).toEqual([
      ['a', true, 1],
      ['a.1', false, 2],
      ['a.2', false, 2],
      ['b', true, 1],
      ['c', false, 1],
    ]);
  });

  it('gives a repeatable section one part for each sub-group, with texts of its own', () => {
    const subGroupParts = () => [
      section('G1', [], { key: 'subGroup.1' }),
      section('G2', [], { key: 'subGroup.2' }),
    ];
    const texts = new Map([['b/subGroup.2', { before: [paragraph('Avant')], after: [] }]]);
    const sections = [placed('a', { isRepeated: true }), placed('b', { isRepeated: true })];
    const { sections: made } = arrange(three, { sections, texts, subGroupParts });
    expect(titles(made)).toEqual([['A', 'A1', 'A2'], ['B', 'G1', 'G2'], 'C']);
    expect(made[1]?.sections[1]?.blocks).toEqual([paragraph('Avant')]);
  });

  it('puts the author’s blocks before and after what is generated', () => {
    const texts = new Map([['a', { before: [paragraph('Avant')], after: [paragraph('Après')] }]]);
    const [first] = arrange(three, { ...none, texts }).sections;
    expect(first?.blocks).toEqual([paragraph('Avant'), paragraph('a'), paragraph('Après')]);
  });

  it('gives every section a key of its own', () => {
    const twins = model([
      section('A', [], { key: 'a' }),
      section('A', [], { key: 'a' }),
      section('Sans', [], { sections: [section('Rien', [])] }),
    ]);
    const keys = outlineOf(twins, none).map(({ key }) => key);
    expect(new Set(keys).size).toBe(4);
  });

  it('loses no section, whatever the order asked for', () => {
    const keys = ['a', 'a.1', 'a.2', 'b', 'c', 'nowhere'];
    fc.assert(
      fc.property(fc.shuffledSubarray(keys), (order) => {
        const sections = order.map((key) => placed(key));
        const outline = outlineOf(three, { ...none, sections });
        expect(outline.map(({ key }) => key).toSorted()).toEqual(['a', 'a.1', 'a.2', 'b', 'c']);
        const among = outline.map(({ key }) => key).filter((key) => order.includes(key));
        const roots = among.filter((key) => !key.includes('.'));
        expect(roots).toEqual(order.filter((key) => ['a', 'b', 'c'].includes(key)));
      }),
    );
  });
});
