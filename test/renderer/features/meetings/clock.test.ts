import { expect, test } from 'vitest';

import {
  asClock,
  overrunOf,
  recallClock,
  rememberClock,
  secondsOf,
} from '#features/meetings/hold/clock.ts';

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => kept.delete(key),
    setItem: (key, value) => kept.set(key, value),
  };
}

test('time is written as minutes and seconds, hours when there are any', () => {
  expect([0, 7, 247, 3750].map(asClock)).toEqual(['0:00', '0:07', '4:07', '1:02:30']);
});

test('overrun begins when the planned time is over', () => {
  expect(overrunOf(600, 10)).toBe(0);
  expect(overrunOf(631, 10)).toBe(31);
  expect(overrunOf(10_000, null)).toBe(0);
});

test('a clock goes on counting while the window is closed', () => {
  const kept = storage();
  rememberClock('m', { itemId: 'i', since: 10_000, before: 30 }, kept);
  const clock = recallClock('m', kept);
  expect(clock).not.toBeNull();
  if (clock !== null) expect(secondsOf(clock, 25_400)).toBe(45);
  expect(recallClock('other', kept)).toBeNull();
  rememberClock('m', null, kept);
  expect(recallClock('m', kept)).toBeNull();
});

test('what is no clock is ignored', () => {
  const kept = storage();
  kept.setItem('rapporteur.clock.m', '{"itemId":3}');
  expect(recallClock('m', kept)).toBeNull();
  kept.setItem('rapporteur.clock.m', 'x');
  expect(recallClock('m', kept)).toBeNull();
});
