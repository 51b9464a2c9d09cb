import { describe, expect, it } from 'vitest';

import { hasSameStyle } from '#features/reports/document/preview-html.ts';
import { withNonce } from '#ui/with-nonce.ts';
import { keyOfRefs, refsOf } from '#features/reports/traced.ts';

describe('what a preview carries', () => {
  it('names the records behind a figure, and back', () => {
    const text = 'measurement:01-a application:02-b';
    expect(refsOf(text)).toEqual([
      { table: 'measurement', id: '01-a' },
      { table: 'application', id: '02-b' },
    ]);
    expect(keyOfRefs(refsOf(text))).toBe(text);
  });

  it.each(['', ' ', 'measurement', ':x', 'y:'])('takes nothing from « %s »', (text) =>
    expect(refsOf(text)).toEqual([]),
  );

  it('is told apart from another by its style, not by its content', () => {
    const page = (style: string, body: string): string => `<style>${style}</style><p>${body}</p>`;
    expect(hasSameStyle(page('a{}', 'x'), page('a{}', 'y'))).toBe(true);
    expect(hasSameStyle(page('a{}', 'x'), page('b{}', 'x'))).toBe(false);
  });

  it('gets the page’s nonce on its style, and nothing that could end the attribute', () => {
    expect(withNonce('<style>a{}</style>', 'ab+/=')).toBe('<style nonce="ab+/=">a{}</style>');
    expect(withNonce('<style>a{}</style>', 'x"><b>')).toBe('<style nonce="xb">a{}</style>');
  });
});
