import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CalendarEntry } from '#interop/ics.ts';
import { writeCalendar } from '#interop/ics.ts';
import { readCalendar, unescaped, valuesOf } from '#test/read-calendar.ts';

const entry: CalendarEntry = {
  uid: '1fe594c1-df87-84ba-a39c-bb77da0c92df',
  sequence: 2,
  changedAt: '2017-05-01T08:30:15.250Z',
  moment: { kind: 'hours', day: '2017-05-09', startsAt: '14:00', endsAt: '16:30' },
  title: 'Réunion plénière ; ordre du jour, suite',
  description: 'Ligne 1\nLigne 2',
  place: 'Lille',
  url: 'https://example.org/salle 1',
  status: 'CONFIRMED',
  categories: ['Plénière'],
  organizer: { name: 'Odile "O" Brancourtel', email: 'odile@example.org' },
  attendees: [
    { name: 'Rémi', email: 'remi@example.org', role: 'CHAIR', answer: 'ACCEPTED' },
    { name: 'Zoé', email: 'zoe@example.org', role: 'REQ-PARTICIPANT', answer: 'NEEDS-ACTION' },
  ],
  alarms: [1440, 15],
};
const madeAt = '2017-05-02T09:00:00.000Z';

const eventOf = (text: string) => {
  const event = readCalendar(text).parts.find(({ kind }) => kind === 'VEVENT');
  if (event === undefined) throw new Error('no event');
  return event;
};

describe('a calendar', () => {
  it('asks people to a meeting at an hour of Paris, with its zone and alarms', () => {
    const text = writeCalendar([entry], { method: 'REQUEST', madeAt });
    const calendar = readCalendar(text);
    expect(valuesOf(calendar, 'METHOD')).toEqual(['REQUEST']);
    const [zone, event] = calendar.parts;
    expect(zone?.kind).toBe('VTIMEZONE');
    expect(zone === undefined ? [] : valuesOf(zone, 'TZID')).toEqual(['Europe/Paris']);
    if (event === undefined) throw new Error('no event');
    expect(valuesOf(event, 'UID')).toEqual([entry.uid]);
    expect(valuesOf(event, 'SEQUENCE')).toEqual(['2']);
    expect(valuesOf(event, 'DTSTAMP')).toEqual(['20170502T090000Z']);
    expect(valuesOf(event, 'LAST-MODIFIED')).toEqual(['20170501T083015Z']);
    const start = event.lines.find(({ name }) => name === 'DTSTART');
    expect([start?.parameters.get('TZID'), start?.value]).toEqual([
      'Europe/Paris',
      '20170509T140000',
    ]);
    expect(valuesOf(event, 'DTEND')).toEqual(['20170509T163000']);
    expect(valuesOf(event, 'SUMMARY').map(unescaped)).toEqual([entry.title]);
    expect(valuesOf(event, 'URL')).toEqual(['https://example.org/salle%201']);
    const organizer = event.lines.find(({ name }) => name === 'ORGANIZER');
    expect(organizer?.parameters.get('CN')).toBe("Odile ^'O^' Brancourtel");
    const attendees = event.lines.filter(({ name }) => name === 'ATTENDEE');
    expect(attendees.map(({ parameters }) => parameters.get('PARTSTAT'))).toEqual([
      'ACCEPTED',
      'NEEDS-ACTION',
    ]);
    expect(attendees.map(({ value }) => value)).toEqual([
      'mailto:remi@example.org',
      'mailto:zoe@example.org',
    ]);
    expect(event.parts.flatMap((alarm) => valuesOf(alarm, 'TRIGGER'))).toEqual([
      '-PT1440M',
      '-PT15M',
    ]);
  });

  it('takes a meeting back: cancelled, without alarms', () => {
    const event = eventOf(writeCalendar([entry], { method: 'CANCEL', madeAt }));
    expect(valuesOf(event, 'STATUS')).toEqual(['CANCELLED']);
    expect(event.parts).toEqual([]);
  });

  it('names no attendee when published', () => {
    const event = eventOf(writeCalendar([entry], { method: 'PUBLISH', madeAt }));
    expect(valuesOf(event, 'ATTENDEE')).toEqual([]);
  });

  it.each([
    ['2017-12-31', '2017-12-31', '20171231', '20180101'],
    ['2016-02-28', '2016-02-29', '20160228', '20160301'],
    ['2017-03-26', '2017-03-26', '20170326', '20170327'],
  ])('ends whole days from %s to %s on the day after', (fromOn, toOn, start, end) => {
    const moment = { kind: 'days', fromOn, toOn } as const;
    const event = eventOf(writeCalendar([{ ...entry, moment }], { method: 'PUBLISH', madeAt }));
    expect(valuesOf(event, 'DTSTART')).toEqual([start]);
    expect(valuesOf(event, 'DTEND')).toEqual([end]);
  });

  it('keeps its shape and its texts whatever they hold', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom(
          '\r',
          '\n',
          '\\',
          ';',
          ',',
          '"',
          ':',
          '^',
          'é',
          '🙂',
          '\ud800',
          '\u2028',
        ),
        maxLength: 90,
      }),
      fc.constant('x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:1'),
    );
    fc.assert(
      fc.property(nasty, nasty, nasty, nasty, (title, description, name, place) => {
        const made = writeCalendar(
          [
            {
              ...entry,
              title,
              description,
              place,
              categories: [title],
              organizer: { name, email: 'odile@example.org' },
              attendees: [{ name, email: 'a@example.org', role: 'CHAIR', answer: 'DECLINED' }],
            },
          ],
          { method: 'REQUEST', madeAt, name: title },
        );
        const calendar = readCalendar(made);
        expect(calendar.parts.map(({ kind }) => kind)).toEqual(['VTIMEZONE', 'VEVENT']);
        const event = eventOf(made);
        expect(valuesOf(event, 'UID')).toEqual([entry.uid]);
        const lines = (text: string): string =>
          text
            .toWellFormed()
            .replaceAll(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g, '\n')
            // oxlint-disable-next-line no-control-regex -- what no line may hold
            .replaceAll(/[\u0000-\u0009\u000e-\u001f\u007f-\u009f]/g, ' ');
        expect(valuesOf(event, 'SUMMARY').map(unescaped)).toEqual([lines(title)]);
        expect(event.lines.filter(({ name }) => name === 'ATTENDEE')).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});
