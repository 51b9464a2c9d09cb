import { describe, expect, it } from 'vitest';

import { AppError } from '#contract/errors.ts';
import { createGrants } from '#platform/grants.ts';

const refused = (attempt: () => unknown): string => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'granted';
};

describe('grants', () => {
  it('stand for the path that was chosen, in the window that chose it', () => {
    const grants = createGrants();
    const token = grants.issue('/donnees/ada/a.csv', 'export', 1);
    expect(grants.resolve(token, 'export', 1)).toBe('/donnees/ada/a.csv');
    expect(refused(() => grants.resolve(token, 'export', 2))).toBe('path.notGranted');
  });

  it('cannot be guessed or made up', () => {
    const grants = createGrants();
    const tokens = new Set(Array.from({ length: 100 }, () => grants.issue('/a', 'export', 1)));
    expect(tokens.size).toBe(100);
    for (const token of tokens) expect(token.length).toBeGreaterThanOrEqual(32);
    for (const invented of ['', '/a', '__proto__', 'constructor', 'x'.repeat(32)]) {
      expect(refused(() => grants.resolve(invented, 'export', 1))).toBe('path.notGranted');
    }
  });

  it('end with their window', () => {
    const grants = createGrants();
    const mine = grants.issue('/mine', 'export', 1);
    const other = grants.issue('/other', 'export', 2);
    grants.revokeOwner(1);
    expect(refused(() => grants.resolve(mine, 'export', 1))).toBe('path.notGranted');
    expect(grants.resolve(other, 'export', 2)).toBe('/other');
  });

  it('do not pile up: the oldest of a window give way', () => {
    const grants = createGrants();
    const tokens = Array.from({ length: 250 }, (_, index) =>
      grants.issue(`/${index}`, 'export', 1),
    );
    const held = tokens.filter(
      (token) => refused(() => grants.resolve(token, 'export', 1)) === 'granted',
    );
    expect(held).toEqual(tokens.slice(50));
  });
});
