import { describe, expect, it } from 'vitest';

import type { Id } from '#domain/ids.ts';
import { undoLast } from '#journal/undo.ts';
import { listMandates } from '#repositories/mandates.repo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { handOver } from '#services/mandates.ts';
import { exampleStore, liveRows } from '#test/stores.ts';

describe('handing a role over', () => {
  it('ends one mandate the day before the other begins, and is undone as one', () => {
    const { session } = exampleStore();
    const before = liveRows(session.reader);
    const [former] = listMandates(session.reader, { role: 'rapporteur', at: '2017-12-31' }).filter(
      ({ personLabel }) => personLabel === 'Pierre Dupuis',
    );
    const successor = listRecords(session.reader, 'person')[0];
    if (former === undefined || successor === undefined) throw new Error('the example has both');
    const succession = {
      mandateId: former.id as Id<'mandate'>, // read from that table
      personId: successor.id,
      organisationId: null,
      fromOn: '2018-03-01',
    };
    handOver(session, { author: 'Essai' }, succession);
    const holders = (at: string) =>
      listMandates(session.reader, { subGroupId: former.bodyId, role: 'rapporteur', at }).map(
        (mandate) => mandate.personId,
      );
    expect(holders('2018-02-28')).toEqual([former.personId]);
    expect(holders('2018-03-01')).toEqual([successor.id]);

    undoLast(session.writer(), { author: 'Essai' });
    expect(liveRows(session.reader)).toEqual(before);

    const tooEarly = { ...succession, fromOn: '0999-01-01' };
    expect(() => handOver(session, { author: 'Essai' }, tooEarly)).toThrow('record.invalid');
    expect(liveRows(session.reader)).toEqual(before);
  });
});
