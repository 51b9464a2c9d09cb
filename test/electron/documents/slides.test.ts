import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bullets,
  callout,
  documentModel,
  keyFigure,
  keyFigures,
  numbered,
  paragraph,
  section,
  step,
  steps,
  table,
  timeline,
} from '#documents/compose.ts';
import type { Block, DocumentModel } from '#documents/model.ts';
import { slideSize } from '#documents/slides.stage.ts';
import { nastyDocument } from './nasty-sample.ts';
import { recordSlides } from './recording-deck.ts';
import type { RecordedSlide } from './recording-deck.ts';
import { richDocument } from './sample.ts';

/** Half a millimetre, in inches. */
const TOLERANCE = 0.02;

function expectNothingOverflows(slides: readonly RecordedSlide[]): void {
  for (const [index, slide] of slides.entries()) {
    for (const { place, needed, text } of slide.boxes) {
      expect(needed, `slide ${index + 1}: ${text.slice(0, 80)}`).toBeLessThanOrEqual(
        place.h + TOLERANCE,
      );
    }
    for (const { x, y, w, h } of [...slide.shapes, ...slide.boxes.map(({ place }) => place)]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + w).toBeLessThanOrEqual(slideSize.width + TOLERANCE);
      expect(y + h).toBeLessThanOrEqual(slideSize.height + TOLERANCE);
    }
  }
}

const everything = (slides: readonly RecordedSlide[]): string =>
  slides
    .flatMap((slide) => [...slide.boxes.map(({ text }) => text), ...slide.notes])
    .join('\n')
    .replaceAll(/\s+/gu, ' ');

const modelOf = (title: string, blocks: readonly Block[]): DocumentModel =>
  documentModel({
    meta: { title, organisation: 'Organisme', date: '2017-01-01', language: 'en', kind: 'x' },
    sections: [section(title, blocks), section('Two', [], { sections: [section(title, blocks)] })],
  });

const word = fc.constantFrom(
  'acheteur', 'et', 'de', 'innovation', 'الهندسة', 'שלום', '汉字', '🏛️', 'W'.repeat(60), 'x', '1 250',
); // prettier-ignore
const text = fc.array(word, { minLength: 1, maxLength: 90 }).map((words) => words.join(' '));
const block: fc.Arbitrary<Block> = fc.oneof(
  text.map((value) => paragraph(value)),
  fc.array(text, { maxLength: 8 }).map((items) => bullets(...items)),
  fc.array(text, { maxLength: 8 }).map((items) => numbered(...items)),
  fc.tuple(text, text).map(([title, value]) => callout(value, { title })),
  fc.tuple(text, text).map(([label, unit]) => keyFigures(keyFigure(1250, label, { unit }))),
  fc.tuple(text, text).map(([title, quota]) => steps(step(title, { quota, content: title }))),
  fc.tuple(text, text).map(([title, when]) => timeline({ when, title })),
  fc
    .array(fc.tuple(text, text), { maxLength: 12 })
    .map((rows) => table(['Nom', 'Valeur'], rows, { caption: 'Lignes' })),
);

describe('slides', () => {
  test.each([
    ['a rich document', richDocument()],
    ['a hostile document', nastyDocument()],
  ])('nothing overflows in %s', (_name, model) => {
    const slides = recordSlides(model);
    expect(slides.length).toBeGreaterThan(10);
    expectNothingOverflows(slides);
    for (const slide of slides) expect(slide.title).not.toBe('');
  });

  test('nothing overflows, whatever is written', () => {
    fc.assert(
      fc.property(text, fc.array(block, { maxLength: 5 }), (title, blocks) => {
        expectNothingOverflows(recordSlides(modelOf(title.slice(0, 400), blocks)));
      }),
      { numRuns: 60 },
    );
  });

  test('a title of 400 characters is told whole', () => {
    const title = Array.from({ length: 50 }, (_, index) => `mot${index + 100}x`).join(' ');
    const slides = recordSlides(modelOf(title, [paragraph('Texte')]));
    expect(title.length).toBeGreaterThanOrEqual(349);
    expectNothingOverflows(slides);
    expect(everything(slides)).toContain(title);
  });

  test('a cell taller than a slide goes on with the next row', () => {
    const long = Array.from({ length: 900 }, (_, index) => `m${index}`).join(' ');
    const slides = recordSlides(modelOf('Tableau', [table(['Nom', 'Texte'], [['A', long]])]));
    expectNothingOverflows(slides);
    const said = everything(slides);
    for (const index of [0, 450, 899]) expect(said).toContain(`m${index}`);
    expect(slides.filter(({ tables }) => tables.length > 0).length).toBeGreaterThan(2);
  });

  test('every part of a long table repeats its header', () => {
    const rows = Array.from({ length: 2000 }, (_, index) => [`Ligne ${index + 1}`, 'valeur']);
    const tables = recordSlides(modelOf('Tableau', [table(['Nom', 'Valeur'], rows)])).flatMap(
      (slide) => slide.tables,
    );
    expect(tables.length).toBeGreaterThan(200);
    for (const each of tables) {
      expect(each.header.cells[0]?.[0]?.runs[0]?.text).toBe('Nom');
      expect(each.rows.length).toBeGreaterThan(0);
    }
    const count = tables.reduce((sum, each) => sum + each.rows.length, 0);
    expect(count).toBe(2 * rows.length);
  });

  test('parts that say one line each share a slide', () => {
    const model = documentModel({
      meta: { title: 'T', organisation: 'O', date: '2017-01-01', language: 'fr', kind: 'x' },
      sections: [
        section('Avancement', [], {
          sections: ['A', 'B', 'C', 'D'].map((name) =>
            section(`Sous-groupe ${name}`, [paragraph(`Rapporteur de ${name}.`)]),
          ),
        }),
      ],
    });
    const slides = recordSlides(model);
    const shared = slides.filter(({ boxes }) =>
      boxes.some((one) => one.text.includes('Rapporteur de A')),
    );
    expect(shared).toHaveLength(1);
    expect(everything(shared)).toContain('Sous-groupe D Rapporteur de D.');
  });
});
