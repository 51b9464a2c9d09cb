import { dateSerial, wallClock, wallClockSerial } from '#interop/date-serial.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('dateSerial', () => {
  it.each([
    ['1900-03-01', 61],
    ['1970-01-01', 25_569],
    ['2017-05-09', 42_864],
    ['2016-02-29', 42_429],
    ['9999-12-31', 2_958_465],
  ])('counts %s as day %i', (date, serial) => {
    expect(dateSerial(date)).toBe(serial);
  });

  it.each(['1900-02-28', '1789-07-14', '2017-02-29', '2017-13-01', '2017-05', '09/05/2017', ''])(
    'gives no day for %j',
    (date) => {
      expect(dateSerial(date)).toBeNull();
    },
  );
});

describe('wallClock', () => {
  it('keeps wall-clock times as they are', () => {
    expect(wallClock('2017-05-09T14:30')).toBe('2017-05-09T14:30:00');
    expect(wallClock('2017-05-09 14:30:05.25')).toBe('2017-05-09T14:30:05.250');
    expect(wallClockSerial('2017-05-09T12:00:00')).toBe(42_864.5);
    expect(wallClockSerial('1899-05-09T12:00:00')).toBeNull();
  });

  it.each(['2017-02-30T10:00', '2017-05-09T24:00', '2017-05-09T10:60', '2017-05-09', 'T10:00'])(
    'refuses %j',
    (text) => {
      expect(wallClock(text)).toBeNull();
    },
  );

  it('shows instants in the zone of the machine', () => {
    const date = fc.date({
      min: new Date('1970-01-02T00:00:00Z'),
      max: new Date('2090-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, (instant) => {
        const wall = wallClock(instant.toISOString()) ?? '';
        expect(wall.slice(0, 4)).toBe(String(instant.getFullYear()));
        expect(wall.slice(11, 16)).toBe(instant.toTimeString().slice(0, 5));
      }),
    );
    expect(wallClock('2017-05-09T14:30:00+0200')).toBe(wallClock('2017-05-09T12:30:00Z'));
  });
});
