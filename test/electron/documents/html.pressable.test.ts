import { describe, expect, it } from 'vitest';

import {
  documentModel,
  keyFigure,
  keyFigures,
  paragraph,
  section,
  source,
  trace,
} from '#documents/compose.ts';
import { writeHtmlText } from '#documents/html.writer.ts';

const records = [{ table: 'measurement', id: '01' }];
const model = documentModel({
  meta: {
    title: 'Synthèse',
    organisation: 'Observatoire',
    date: '2017-06-30',
    language: 'fr',
    kind: 'synthesis',
  },
  titlePage: {},
  sections: [
    section(
      'Chiffres',
      [
        keyFigures(keyFigure(27, 'réponses', { records, source: 'ami' })),
        paragraph([trace(79, records, { unit: 'réponses' }), ' et ', trace(3, [])]),
      ],
      { key: 'figures' },
    ),
  ],
  sources: [source('ami', 'Registre', records)],
});

const pressed = (html: string): number => html.match(/data-trace=""/g)?.length ?? 0;

describe('figures of a page', () => {
  it('can be reached and pressed in the preview where records lie behind them', () => {
    const html = writeHtmlText(model, { hasPressableFigures: true });
    expect(html).toContain(
      '<data value="79" data-records="measurement:01" role="button" tabindex="0" class="trace" data-trace="">79\u00a0réponses</data>',
    );
    expect(html).toContain('<data value="3">3</data>');
    expect(html).toContain('data-section="figures"');
    expect(pressed(html)).toBe(3);
  });

  it('are plain words in files', () => {
    const html = writeHtmlText(model);
    expect(html).toContain(
      '<data value="79" data-records="measurement:01">79\u00a0réponses</data>',
    );
    expect(html).not.toMatch(/data-trace|data-section|role="button"|\.trace/);
  });
});
