import { describe, expect, it } from 'vitest';

import { pagePolicy, printPolicy, securityHeaders } from '#windows/content-policy.ts';

const rules = (policy: string): Map<string, string> =>
  new Map(
    policy.split('; ').map((rule) => {
      const [name = '', ...values] = rule.split(' ');
      return [name, values.join(' ')];
    }),
  );

describe('the page’s policy', () => {
  it('allows scripts from the program’s own files alone', () => {
    const policy = rules(pagePolicy('abc'));
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('script-src-attr')).toBe("'none'");
    expect(policy.get('connect-src')).toBe("'self'");
    expect(policy.get('worker-src')).toBe("'self'");
    expect(policy.get('frame-src')).toBe("'none'");
  });

  it('allows style elements by nonce, never all of them', () => {
    expect(rules(pagePolicy('abc')).get('style-src')).toBe("'self' 'nonce-abc'");
  });

  it('names no other machine, except development’s own server', () => {
    expect(pagePolicy('abc')).not.toMatch(/https?:|wss?:|\*|unsafe-eval/);
    expect(rules(pagePolicy('abc', 'http://127.0.0.1:5173')).get('connect-src')).toBe(
      "'self' ws://127.0.0.1:5173",
    );
  });

  it('gives printed documents neither scripts nor anything from outside', () => {
    const policy = rules(printPolicy);
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.has('script-src')).toBe(false);
    expect(printPolicy).not.toMatch(/'self'|https?:|app:/);
  });

  it('goes with headers that forbid guessing types and asking for devices', () => {
    const headers = securityHeaders(printPolicy);
    expect(headers['X-Content-Type-Options']).toBe('nosniff');
    expect(headers['Permissions-Policy']).toContain('geolocation=()');
    expect(headers['Content-Security-Policy']).toBe(printPolicy);
  });
});
