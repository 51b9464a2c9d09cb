import { describe, expect, test } from 'vitest';
import { pdfOptions, writeHtmlText } from '#documents/html.writer.ts';
import { nastyDocument } from './nasty-sample.ts';
import { forbidden, parseXml } from './read.ts';
import { richDocument } from './sample.ts';

/** The body as XML: void elements closed, so that the strict parser checks nesting and escaping. */
const body = (html: string): Document =>
  parseXml(
    (/<body>[\s\S]*<\/body>/u.exec(html)?.[0] ?? '').replace(
      /<(br|col|img)((?:\s[^<>]*?)?)>/gu,
      '<$1$2/>',
    ),
    'body',
  );
const every = (document: Document, name: string): readonly Element[] =>
  Array.from(document.getElementsByTagName(name));

describe.each([
  ['rich', richDocument()],
  ['nasty', nastyDocument()],
])('HTML of the %s sample', (_name, model) => {
  const html = writeHtmlText(model);
  const document = body(html);

  test('is well nested, without forbidden characters', () => {
    expect(forbidden.test(html)).toBe(false);
    expect(every(document, 'main')).toHaveLength(1);
    expect(every(document, 'h1')).toHaveLength(1);
  });

  test('never skips a heading level', () => {
    const levels = every(document, '*').flatMap((node) =>
      /^h[1-6]$/u.test(node.tagName) ? [Number(node.tagName.slice(1))] : [],
    );
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test('has unique ids, and links that lead somewhere', () => {
    const ids = every(document, '*')
      .map((node) => node.getAttribute('id'))
      .filter((id) => id !== '' && id !== null);
    expect(new Set(ids).size).toBe(ids.length);
    for (const node of every(document, 'a')) {
      const href = node.getAttribute('href') ?? '';
      if (href.startsWith('#')) expect(ids).toContain(href.slice(1));
      else expect(href).toMatch(/^(?:https?:\/\/|mailto:)/u);
    }
    for (const node of every(document, 'section'))
      expect(ids).toContain(node.getAttribute('aria-labelledby'));
  });

  test('loads nothing and runs nothing', () => {
    expect(html).not.toMatch(/<script|<link|<iframe|\son\w+=|url\((?!data:)/u);
    expect(html).toContain("default-src 'none'");
  });

  test('scopes header cells, names pictures and charts', () => {
    for (const cell of every(document, 'th'))
      expect(['row', 'col']).toContain(cell.getAttribute('scope'));
    for (const svg of every(document, 'svg')) expect(svg.getAttribute('role')).toBe('img');
    for (const image of every(document, 'img')) expect(image.getAttribute('alt')).not.toBeNull();
  });
});

test('figures carry the records behind them', () => {
  const html = writeHtmlText(richDocument());
  expect(html).toContain(
    '<data value="79" data-records="measurements:m-1">79\u00a0réponses</data>',
  );
  expect(html).toContain('Tableau\u00a01');
});

test('embeds fonts it is given and leaves page numbers to the caller when asked', () => {
  const html = writeHtmlText(richDocument(), {
    pageNumbers: 'caller',
    fonts: [
      {
        family: 'Source "Sans"</style>',
        weight: '200 900',
        style: 'normal',
        woff2: Uint8Array.of(1, 2, 3),
      },
    ],
  });
  expect(html).toContain('base64,AQID');
  expect(html.match(/<\/style>/gu)).toHaveLength(1);
  expect(html).not.toContain('counter(page)');
  expect(writeHtmlText(richDocument())).toContain('counter(page)');
});

test('a title cannot break out of the style sheet or the print templates', () => {
  const model = richDocument();
  const evil = {
    ...model,
    meta: {
      ...model.meta,
      title: '"}</style><script>1</script>\\',
      organisation: '<img src=x onerror=1>',
    },
  };
  const html = writeHtmlText(evil);
  expect(html).not.toContain('<script');
  expect(html.match(/<\/style>/gu)).toHaveLength(1);
  const options = pdfOptions(evil);
  expect(options.headerTemplate + options.footerTemplate).not.toMatch(/<script|<img/u);
  expect(options).toMatchObject({
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    preferCSSPageSize: true,
  });
  expect(options.footerTemplate).toContain('class="totalPages"');
  expect(options.displayHeaderFooter).toBe(true);
  expect(pdfOptions(evil, 'css').displayHeaderFooter).toBe(false);
});
