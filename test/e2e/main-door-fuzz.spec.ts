import fc from 'fast-check';

import type { Bridge } from '#contract/bridge.ts';
import type { ChannelName } from '#contract/channels.ts';
import { channelOf, channels, isChannelName, isMainChannel } from '#contract/channels.ts';
import { failureSchema } from '#contract/errors.ts';

import { answerOpenDialog, answerQuestions, answerSaveDialog } from './dialogs.ts';
import { callMain } from './doors.ts';
import { expect, test } from './fixtures.ts';

const PAYLOADS = 1000;
const mainChannels = Object.keys(channels).filter(isChannelName).filter(isMainChannel);

/** Values that only the page itself can make; the others travel as JSON. */
const specials = [
  'undefined',
  'NaN',
  'Infinity',
  'date',
  'map',
  'bytes',
  'bigint',
  'cyclic',
  'huge',
];

const rightWords = fc.constantFrom(
  'fr',
  'de',
  'dark',
  'open',
  'pdf',
  'csv',
  '/etc/passwd',
  '',
  'x',
);
const keys = ['language', 'theme', 'author', 'path', 'readOnly', 'grant', 'how', 'groupName'];
const nearly = fc.dictionary(
  fc.constantFrom(...keys, 'suggestedName', 'format', '__proto__', 'constructor'),
  fc.oneof({ weight: 3, arbitrary: rightWords }, { weight: 1, arbitrary: fc.jsonValue() }),
);
const payload = fc.oneof(
  { weight: 5, arbitrary: nearly.map((value) => JSON.stringify(value)) },
  { weight: 3, arbitrary: fc.json({ maxDepth: 5 }) },
  { weight: 1, arbitrary: fc.constant('{"__proto__": {"isAdmin": true}}') },
  { weight: 1, arbitrary: fc.constantFrom(...specials).map((name) => `special:${name}`) },
);

for (const name of mainChannels satisfies ChannelName[]) {
  test(`${name} answers ${PAYLOADS} payloads with typed results`, async ({ app, page }) => {
    await answerSaveDialog(app, null);
    await answerOpenDialog(app, null);
    await answerQuestions(app, 1);
    const payloads = fc.sample(payload, { numRuns: PAYLOADS, seed: 20_170_509 });
    const answers = await page.evaluate(
      async ([channel, texts]) => {
        const cyclic: Record<string, unknown> = {};
        cyclic['self'] = cyclic;
        const made: Record<string, unknown> = {
          NaN: Number.NaN,
          Infinity: Number.POSITIVE_INFINITY,
          date: new Date(Number.NaN),
          map: new Map([['a', 1]]),
          bytes: new Uint8Array(8),
          bigint: 12n,
          cyclic,
          huge: { path: 'x'.repeat(1_000_000), author: 'x'.repeat(1_000_000) },
        };
        const bridge: Bridge = Reflect.get(window, 'rapporteur');
        const ask = (text: string): Promise<unknown> => {
          const input: unknown = text.startsWith('special:')
            ? made[text.slice(8)]
            : JSON.parse(text);
          return bridge.call(channel, input as never); // whatever it is: that is the point
        };
        return Promise.all(texts.map(ask));
      },
      [name, payloads] as const,
    );
    expect(answers).toHaveLength(PAYLOADS);
    const { output } = channelOf(name);
    for (const answer of answers) {
      const { ok, value, error } = Object(answer);
      if (ok === true) expect(output.safeParse(value).error).toBeUndefined();
      else expect(failureSchema.parse(error).code).not.toBe('unexpected');
    }
    expect((await callMain(page, 'app:state', {})).version).not.toBe('');
  });
}
