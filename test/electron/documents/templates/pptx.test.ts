import { describe, expect, test } from 'vitest';
import { writeDocument } from '#documents/writers.ts';
import { packageFaults } from '#test/package-check.ts';
import { nastyDocument } from '../nasty-sample.ts';
import { hasOffice, officePdf, parseXml, readParts } from '../read.ts';
import { richDocument } from '../sample.ts';
import { slideTemplate } from './slide-templates.ts';
import type { SlideSample } from './slide-templates.ts';
import { codesOf, textsOf, wordsIn, written } from './words.ts';

const SLIDES = /^ppt\/slides\/slide\d+\.xml$/u;
const NOTES = /^ppt\/notesSlides\/notesSlide\d+\.xml$/u;
const EMU = 914_400;

interface Box {
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
}

/** Places of what stands freely on slides of content. */
function boxesOf(bytes: Uint8Array): readonly Box[] {
  const parts = readParts(bytes);
  return [...parts]
    .filter(([path]) => SLIDES.test(path))
    .flatMap(([path, xml]) => {
      const rels = parts.get(path.replace('slides/', 'slides/_rels/') + '.rels') ?? '';
      const layout = /slideLayouts\/[^"]+/u.exec(rels)?.[0] ?? '';
      const type = /<p:sldLayout [^>]*type="(\w+)"/u.exec(parts.get(`ppt/${layout}`) ?? '')?.[1];
      if (type !== 'obj' && type !== 'titleOnly') return [];
      const tree = parseXml(xml, path);
      return ['a:xfrm', 'p:xfrm'].flatMap((name) =>
        Array.from(tree.getElementsByTagName(name)).flatMap((frame): readonly Box[] => {
          const [offset, extent] = ['a:off', 'a:ext'].map(
            (each) => frame.getElementsByTagName(each)[0],
          );
          const [x, y] = ['x', 'y'].map((each) => Number(offset?.getAttribute(each)) / EMU);
          const [w, h] = ['cx', 'cy'].map((each) => Number(extent?.getAttribute(each)) / EMU);
          if (x === undefined || y === undefined || w === undefined || h === undefined) return [];
          return w === 0 && h === 0 ? [] : [{ path, x, y, right: x + w, bottom: y + h }];
        }),
      );
    });
}

const samples: readonly (readonly [name: string, sample: SlideSample])[] = [
  ['16:9', {}],
  ['4:3', { width: 10, height: 7.5 }],
  [
    'small 16:9, dark, few layouts',
    { width: 10, height: 5.625, isDark: true, kinds: ['title', 'obj'] },
  ],
];

describe.each(samples)('slides on a template of %s', (_name, sample) => {
  const { width = 13.333, height = 7.5 } = sample;

  test('are a sound package, say all, and stay within the place for content', async () => {
    for (const [index, model] of [richDocument(), nastyDocument()].entries()) {
      const { bytes } = await written('pptx', model, slideTemplate(sample));
      expect(packageFaults(bytes)).toEqual([]);
      const plain = await writeDocument('pptx', model);
      const dressed = wordsIn([...textsOf(bytes, SLIDES, 'a:r'), ...textsOf(bytes, NOTES, 'a:r')]);
      const missing = [...wordsIn(textsOf(plain, SLIDES, 'a:r'))].filter(
        // Words longer than a line are cut where the line ends.
        (word) => !dressed.has(word) && word.length < 30 && !word.endsWith('…'),
      );
      if (index === 0) expect(missing).toEqual([]);
      const boxes = boxesOf(bytes);
      expect(boxes.length).toBeGreaterThan(20);
      // The place of the body, as the template draws it.
      const [left, top] = [0.9 * (width / 13.333), 1.5 * (height / 7.5)];
      const [right, bottom] = [12.5 * (width / 13.333), 6.7 * (height / 7.5)];
      for (const box of boxes) {
        expect(box.x, box.path).toBeGreaterThan(left - 0.15);
        expect(box.y, box.path).toBeGreaterThan(top - 0.15);
        expect(box.right, box.path).toBeLessThan(right + 0.15);
        expect(box.bottom, box.path).toBeLessThan(bottom + 0.15);
      }
    }
  });

  test('take size, layouts and colours of the template, and leave its own slides out', async () => {
    const { bytes, outcome } = await written('pptx', richDocument(), slideTemplate(sample));
    const parts = readParts(bytes);
    expect(parts.get('ppt/presentation.xml')).toContain(`cx="${Math.round(width * EMU)}"`);
    const everything = textsOf(bytes, SLIDES, 'a:t').join('|');
    expect(everything).not.toContain('Mode d’emploi');
    expect(
      [...parts.keys()].filter((path) => path.includes('slideMasters/slideMaster')),
    ).toHaveLength(1);
    expect([...parts.keys()].filter((path) => /charts\/chart/u.test(path))).toHaveLength(4);
    expect(parts.has('ppt/media/logo.png')).toBe(true);
    expect(textsOf(bytes, NOTES, 'a:t').join('|')).toContain('Annoncer la date.');
    const missing = (sample.kinds ?? ['secHead']).includes('secHead') ? [] : ['layout'];
    expect(codesOf(outcome)).toEqual([...missing, 'slidesIgnored']);
    for (const [path, xml] of [...parts].filter(([each]) => SLIDES.test(each)))
      expect(xml, path).toMatch(/<p:ph type="(?:title|ctrTitle)"/u);
  });

  test.skipIf(!hasOffice)(
    'open in an office and print',
    async () => {
      const { bytes } = await written('pptx', richDocument(), slideTemplate(sample));
      const { pages, text } = officePdf(bytes, 'pptx');
      expect(pages).toBe([...readParts(bytes).keys()].filter((path) => SLIDES.test(path)).length);
      expect(text).toContain('Merci de votre attention');
      expect(text).toContain('30 juin 2017');
    },
    120_000,
  );
});

test('a template with a blank layout only still carries the report', async () => {
  const { bytes, outcome } = await written(
    'pptx',
    richDocument(),
    slideTemplate({ kinds: ['blank'] }),
  );
  expect(packageFaults(bytes)).toEqual([]);
  expect(new Set(codesOf(outcome))).toEqual(
    new Set(['layout', 'noTitle', 'noFooter', 'noNumber', 'slidesIgnored']),
  );
  expect(textsOf(bytes, SLIDES, 'a:t').join('|')).toContain('Merci de votre attention');
});
