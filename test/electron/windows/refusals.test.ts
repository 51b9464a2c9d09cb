import { describe, expect, it } from 'vitest';

import { externalLink, isAllowedNavigation, isLocalRequest } from '#windows/refusals.ts';

describe('addresses handed to the system', () => {
  it.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['https://EXAMPLE.org', 'https://example.org/'],
    ['mailto:secretariat@example.org', 'mailto:secretariat@example.org'],
  ])('%s goes out', (url, expected) => expect(externalLink(url)).toBe(expected));

  it.each([
    'http://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://example.org/share',
    'ms-msdt:/id',
    'https://name:secret@example.org/',
    'https://',
    'https://example.org/\u0000',
    ' https://example.org/',
    'https://example.org/ --flag',
    `https://example.org/${'a'.repeat(2000)}`,
    'not an address',
    '',
  ])('%s does not', (url) => expect(externalLink(url)).toBeNull());
});

describe('navigation', () => {
  it.each([
    ['app://rapporteur/', true, true],
    ['app://rapporteur/organisations', true, true],
    ['app://rapporteur.example/', true, false],
    ['app://print/x', true, false],
    ['https://example.org/', true, false],
    ['about:srcdoc', false, true],
    ['about:srcdoc', true, false],
    ['app://rapporteur/', false, false],
    ['about:blank', false, false],
  ])('%s in the main frame %s: %s', (url, isMainFrame, expected) =>
    expect(isAllowedNavigation(url, isMainFrame)).toBe(expected),
  );
});

describe('requests', () => {
  it.each(['app://rapporteur/', 'data:text/plain,x', 'blob:app://rapporteur/1', 'devtools://x/'])(
    '%s stays inside',
    (url) => expect(isLocalRequest(url)).toBe(true),
  );
  it.each([
    'http://127.0.0.1/',
    'https://example.org/',
    'ws://127.0.0.1:5173/',
    'file:///x',
    'ftp://x/',
    '',
  ])('%s is refused', (url) => expect(isLocalRequest(url)).toBe(false));
  it('knows the reload channel of development, and only that', () => {
    const server = 'http://127.0.0.1:5173';
    expect(isLocalRequest('ws://127.0.0.1:5173/?token=x', server)).toBe(true);
    expect(isLocalRequest('ws://127.0.0.1:51730/', server)).toBe(false);
    expect(isLocalRequest('http://127.0.0.1:5173/', server)).toBe(false);
  });
});
