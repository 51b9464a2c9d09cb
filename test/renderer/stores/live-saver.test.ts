import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { LiveSaver } from '#stores/live-saver.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function saving() {
  const sent: (string | null)[] = [];
  const answers: { resolve(): void; reject(error: Error): void }[] = [];
  const saver = new LiveSaver(null, (text) => {
    sent.push(text);
    return new Promise<void>((resolve, reject) => {
      answers.push({ resolve, reject });
    });
  });
  return { saver, sent, answers };
}

test('is sent within 300 ms of the last key', async () => {
  const { saver, sent, answers } = saving();
  saver.change('a');
  await vi.advanceTimersByTimeAsync(100);
  saver.change('ab');
  expect(saver.state).toBe('typing');
  await vi.advanceTimersByTimeAsync(300);
  expect(sent).toEqual(['ab']);
  expect(saver.state).toBe('saving');
  answers[0]?.resolve();
  await vi.advanceTimersByTimeAsync(0);
  expect(saver.state).toBe('saved');
});

test('without a pause, is sent before a second has passed', async () => {
  const { saver, sent } = saving();
  for (let key = 1; key <= 10; key += 1) {
    saver.change('x'.repeat(key));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(sent.length).toBeGreaterThanOrEqual(1);
});

test('what is typed while a save is under way is sent after it', async () => {
  const { saver, sent, answers } = saving();
  saver.change('a');
  await vi.advanceTimersByTimeAsync(300);
  saver.change('ab');
  await vi.advanceTimersByTimeAsync(400);
  expect(sent).toEqual(['a']);
  answers[0]?.resolve();
  await vi.advanceTimersByTimeAsync(10);
  expect(sent).toEqual(['a', 'ab']);
});

test('what is typed while the store takes its time is sent within a second, and counts last', async () => {
  const { saver, sent, answers } = saving();
  saver.change('a');
  await vi.advanceTimersByTimeAsync(300);
  for (const text of ['ab', 'abc', 'abcd']) {
    saver.change(text);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent.at(-1)).toBe(text);
  }
  expect(saver.state).toBe('saving');
  const left = saver.flush();
  for (const { resolve } of answers) resolve();
  await left;
  expect(saver.state).toBe('saved');
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent).toEqual(['a', 'ab', 'abc', 'abcd']);
});

test('a save refused after a later one was kept changes nothing', async () => {
  const { saver, sent, answers } = saving();
  saver.change('a');
  await vi.advanceTimersByTimeAsync(300);
  saver.change('ab');
  await vi.advanceTimersByTimeAsync(1000);
  answers[1]?.resolve();
  answers[0]?.reject(new Error('busy'));
  await vi.advanceTimersByTimeAsync(5000);
  expect(saver.state).toBe('saved');
  expect(sent).toEqual(['a', 'ab']);
});

test('a save that fails is told, and tried again', async () => {
  const { saver, sent, answers } = saving();
  saver.change('a');
  await vi.advanceTimersByTimeAsync(300);
  answers[0]?.reject(new Error('no room'));
  await vi.advanceTimersByTimeAsync(0);
  expect(saver.state).toBe('failed');
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual(['a', 'a']);
  answers[1]?.resolve();
  await vi.advanceTimersByTimeAsync(0);
  expect(saver.state).toBe('saved');
});

test('leaving sends what waits, and ends when it is kept', async () => {
  const { saver, sent, answers } = saving();
  saver.change('a');
  const left = saver.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toEqual(['a']);
  answers[0]?.resolve();
  await left;
  expect(saver.state).toBe('saved');
});

test('typing back what is kept already sends nothing more', async () => {
  const { saver, sent, answers } = saving();
  saver.change('a');
  await vi.advanceTimersByTimeAsync(300);
  answers[0]?.resolve();
  await vi.advanceTimersByTimeAsync(0);
  saver.change('a');
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual(['a']);
});
