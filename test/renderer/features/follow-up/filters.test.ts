import { describe, expect, it } from 'vitest';

import type { Filters } from '#features/follow-up/filters.ts';
import {
  filtersAtFirst,
  filtersOf,
  isNarrowed,
  pathOf,
  queryOf,
  widened,
} from '#features/follow-up/filters.ts';

const full: Filters = {
  kind: 'actions',
  state: 'late',
  by: 'meeting',
  isMine: true,
  who: 'organisation:o',
  workingGroup: 'g',
  subGroup: 's',
  meeting: 'm',
  status: 'blocked',
  from: '2017-01-01',
  to: '2017-06-30',
  text: 'l’étude & le plan / 50',
  open: 'a',
};

const asked = {
  today: '2017-06-15',
  me: null,
  statuses: ['upcoming', 'blocked'],
  limit: 20,
} as const;

describe('the address of the follow-up', () => {
  it('says all that is asked for, and gives it back', () => {
    expect(filtersOf(pathOf(full))).toEqual(full);
    const decisions: Filters = { ...filtersAtFirst('decisions'), from: '2017-01-01' };
    expect(pathOf(decisions)).toBe('/meetings/follow-up/decisions/from=2017-01-01');
    expect(filtersOf(pathOf(decisions))).toEqual(decisions);
  });

  it('is short where nothing is asked for, and leaves aside what makes no sense', () => {
    const first = filtersAtFirst('actions');
    expect(pathOf(first)).toBe('/meetings/follow-up/actions');
    expect(filtersOf('/meetings/follow-up')).toEqual(first);
    expect(filtersOf('/meetings/follow-up/actions/state=nonsense&from=hier&by=')).toEqual(first);
  });

  it('leads to the late actions from elsewhere', () => {
    expect(filtersOf('/meetings/follow-up/actions/state=late')).toMatchObject({ state: 'late' });
  });
});

describe('what is asked of the store', () => {
  it('is the person responsible, the organisation, or nobody', () => {
    const first = filtersAtFirst('actions');
    const query = (filters: Partial<Filters>, me: string | null = null) =>
      queryOf({ ...first, ...filters }, { ...asked, me });
    expect(query({ who: 'person:p' })).toMatchObject({ personId: 'p' });
    expect(query({ who: 'organisation:o' })).toMatchObject({ organisationId: 'o' });
    expect(query({ who: 'nobody' })).toMatchObject({ isUnassigned: true });
    expect(query({ isMine: true, who: 'person:p' }, 'me')).toMatchObject({ personId: 'me' });
    expect(query({ isMine: true })).not.toHaveProperty('personId');
    expect(query({ status: 'blocked' })).toMatchObject({ statuses: ['blocked'] });
    expect(query({ status: 'unknown' })).toMatchObject({ statuses: [] });
  });

  it('does not depend on who is responsible for decisions', () => {
    const decisions = { ...filtersAtFirst('decisions'), who: 'person:p', isMine: true };
    expect(queryOf(decisions, { ...asked, me: 'me' })).not.toHaveProperty('personId');
  });

  it('is everything once it is widened, the open record aside', () => {
    expect(isNarrowed(full)).toBe(true);
    expect(isNarrowed(widened(full))).toBe(false);
    expect(widened(full)).toMatchObject({ open: 'a', state: 'late', by: 'meeting' });
  });
});
