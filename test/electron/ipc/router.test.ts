import { describe, expect, it } from 'vitest';

import { failureSchema } from '#contract/errors.ts';
import { AppError } from '#contract/errors.ts';
import { createRouter } from '#ipc/router.ts';
import type { Handler } from '#ipc/router.ts';
import { DataError } from '#sql/errors.ts';

interface Asked {
  readonly channel: string;
  readonly error: unknown;
}

function routerWith(handlers: Record<string, Handler<null>>, checksAnswers = true) {
  const unexpected: Asked[] = [];
  const dispatch = createRouter<null>({
    door: 'store',
    handlers,
    language: () => 'fr',
    checksAnswers: () => checksAnswers,
    onUnexpected: (channel, error) => unexpected.push({ channel, error }),
  });
  return {
    dispatch: (channel: unknown, input: unknown) => dispatch(channel, input, null),
    unexpected,
  };
}

const key = { table: 'person', id: '01890000-0000-7000-8000-000000000000' };

describe('the router', () => {
  it('gives the handler the parsed input and the window its answer', async () => {
    const seen: unknown[] = [];
    const { dispatch } = routerWith({
      'search:find': (_context, input) => {
        seen.push(input);
        return [];
      },
    });
    const request = { text: 'ada', limit: 5, extra: 'left out' };
    expect(await dispatch('search:find', request)).toEqual({ ok: true, value: [] });
    expect(seen).toEqual([{ text: 'ada', limit: 5 }]);
  });

  it.each([
    ['nothing:known', {}],
    ['app:state', {}],
    ['__proto__', {}],
    ['toString', {}],
    [7, {}],
    [null, {}],
    [{ toString: () => 'search:find' }, {}],
  ])('refuses %j as unknown', async (channel, input) => {
    const { dispatch, unexpected } = routerWith({});
    expect(await dispatch(channel, input)).toMatchObject({
      ok: false,
      error: { code: 'request.unknownChannel' },
    });
    expect(unexpected).toEqual([]);
  });

  it('says where a payload is wrong, and not what it held', async () => {
    const { dispatch } = routerWith({ 'search:find': () => [] });
    const result = await dispatch('search:find', { text: { secret: 'x' }, limit: 'many' });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'request.invalid', details: { places: ['text', 'limit'] } },
    });
    expect(JSON.stringify(result)).not.toContain('secret');
  });

  it.each([
    [new DataError('record.notFound', { table: 'person', id: 'x' }), 'record.notFound'],
    [new AppError('path.notGranted'), 'path.notGranted'],
    [new DOMException('stop', 'AbortError'), 'request.cancelled'],
  ])('passes %s on as a refusal a person understands', async (error, code) => {
    const { dispatch, unexpected } = routerWith({
      'records:get': () => {
        throw error;
      },
    });
    const result = await dispatch('records:get', key);
    if (result.ok) throw new Error('should be refused');
    expect(failureSchema.parse(result.error).code).toBe(code);
    expect(result.error.message).toMatch(/^[A-ZÀ-Ý].{10,}[.]$/u);
    expect(unexpected).toEqual([]);
  });

  it('tells the window nothing of an error nobody foresaw, and tells the log', async () => {
    const error = new Error('/donnees/ada: SELECT secret');
    const { dispatch, unexpected } = routerWith({ 'records:get': () => Promise.reject(error) });
    const result = await dispatch('records:get', key);
    expect(result).toMatchObject({ ok: false, error: { code: 'unexpected', details: {} } });
    expect(JSON.stringify(result)).not.toMatch(/ada|SELECT/);
    expect(unexpected).toEqual([{ channel: 'records:get', error }]);
  });

  it('holds answers against the contract where it is told to', async () => {
    const wrong = { 'search:find': () => [{ table: 'person' }] };
    const request = { text: 'a', limit: 1 };
    const strict = routerWith(wrong);
    expect(await strict.dispatch('search:find', request)).toMatchObject({
      error: { code: 'unexpected' },
    });
    expect(strict.unexpected).toHaveLength(1);
    expect(await routerWith(wrong, false).dispatch('search:find', request)).toMatchObject({
      ok: true,
    });
  });
});
