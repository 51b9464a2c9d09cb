import { expect, test } from 'vitest';

import { readTypedHour } from '#features/meetings/plan/hour-typing.ts';

test('an hour is read as people type it', () => {
  expect(
    ['14:30', '14h30', '14 h 30', '9h', '9', '09.15', '23:59', '0h'].map(readTypedHour),
  ).toEqual(['14:30', '14:30', '14:30', '09:00', '09:00', '09:15', '23:59', '00:00']);
  expect(readTypedHour(' ')).toBeNull();
  expect(['24h', '14:60', 'midi', '1430', '14:3'].map(readTypedHour)).toEqual(
    Array.from({ length: 5 }),
  );
});
