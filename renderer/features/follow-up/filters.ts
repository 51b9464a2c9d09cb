import { useLocation } from 'wouter';

import type { ChannelInput } from '#contract/channels.ts';
import type {
  FollowUpGrouping,
  FollowUpKind,
  FollowUpState,
} from '#contract/follow-up.channels.ts';
import { followUpGroupings, followUpStates } from '#contract/follow-up.channels.ts';

/** What the page shows; all of it is in the address, so that it can be linked to and gone back to. */
export interface Filters {
  readonly kind: FollowUpKind;
  readonly state: FollowUpState;
  readonly by: FollowUpGrouping;
  readonly isMine: boolean;
  /** `person:ID`, `organisation:ID` or `nobody`; null for everybody. */
  readonly who: string | null;
  readonly workingGroup: string | null;
  readonly subGroup: string | null;
  readonly meeting: string | null;
  readonly status: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly text: string;
  /** The record beside the list, or `reminders`. */
  readonly open: string | null;
}

const START = '/meetings/follow-up';
export const REMINDERS = 'reminders';

const usual = (kind: FollowUpKind): Pick<Filters, 'state' | 'by'> =>
  kind === 'actions' ? { state: 'open', by: 'responsible' } : { state: 'all', by: 'meeting' };

const NAMES = [
  'who',
  'workingGroup',
  'subGroup',
  'meeting',
  'status',
  'from',
  'to',
  'open',
] as const;

const unfiltered = {
  isMine: false,
  who: null,
  workingGroup: null,
  subGroup: null,
  meeting: null,
  status: null,
  from: null,
  to: null,
  text: '',
  open: null,
} as const;

export function filtersAtFirst(kind: FollowUpKind): Filters {
  return { kind, ...usual(kind), ...unfiltered };
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** What an address asks for; whatever in it is not understood is left aside. */
export function filtersOf(path: string): Filters {
  const [kindText, ...rest] = path.slice(START.length + 1).split('/');
  const first = filtersAtFirst(kindText === 'decisions' ? 'decisions' : 'actions');
  const given = new URLSearchParams(rest.join('/'));
  const value = (name: string): string | null => {
    const text = given.get(name);
    return text === null || text === '' ? null : text;
  };
  const dayOf = (name: string): string | null => {
    const text = value(name);
    return text !== null && isDay(text) ? text : null;
  };
  return {
    ...first,
    state: followUpStates.find((state) => state === value('state')) ?? first.state,
    by: followUpGroupings.find((by) => by === value('by')) ?? first.by,
    isMine: value('mine') !== null,
    who: value('who'),
    workingGroup: value('workingGroup'),
    subGroup: value('subGroup'),
    meeting: value('meeting'),
    status: value('status'),
    from: dayOf('from'),
    to: dayOf('to'),
    text: value('text') ?? '',
    open: value('open'),
  };
}

/** The address of what is asked for; only what differs from the usual is in it. */
export function pathOf(filters: Filters): string {
  const first = usual(filters.kind);
  const given = new URLSearchParams();
  if (filters.state !== first.state) given.set('state', filters.state);
  if (filters.by !== first.by) given.set('by', filters.by);
  if (filters.isMine) given.set('mine', '1');
  if (filters.text !== '') given.set('text', filters.text);
  for (const name of NAMES) {
    const value = filters[name];
    if (value !== null) given.set(name, value);
  }
  const query = given.toString();
  return `${START}/${filters.kind}${query === '' ? '' : `/${query}`}`;
}

/** Whether something beside the state narrows the list down. */
export function isNarrowed(filters: Filters): boolean {
  return (
    filters.isMine ||
    filters.text !== '' ||
    NAMES.some((name) => name !== 'open' && filters[name] !== null)
  );
}

/** The same list, without anything that narrows it down. */
export function widened(filters: Filters): Filters {
  return { ...filters, ...unfiltered, open: filters.open };
}

export type Query = ChannelInput<'followUp:list'>;

function responsibleOf({ isMine, who }: Filters, me: string | null) {
  if (isMine && me !== null) return { personId: me };
  if (who === 'nobody') return { isUnassigned: true };
  const [table, id] = (who ?? '').split(':');
  if (table === 'person' && id !== undefined) return { personId: id };
  return table === 'organisation' && id !== undefined ? { organisationId: id } : {};
}

/** What is asked of the store. An unknown status of the address narrows nothing down. */
export function queryOf(
  filters: Filters,
  {
    today,
    me,
    statuses,
    limit,
  }: {
    readonly today: string;
    readonly me: string | null;
    readonly statuses: readonly NonNullable<Query['statuses']>[number][];
    readonly limit: number;
  },
): Query {
  const status = statuses.find((one) => one === filters.status);
  return {
    kind: filters.kind,
    today,
    workingGroupId: filters.workingGroup,
    subGroupId: filters.subGroup,
    meetingId: filters.meeting,
    ...(filters.kind === 'actions' ? responsibleOf(filters, me) : {}),
    state: filters.state,
    statuses: status === undefined ? [] : [status],
    from: filters.from,
    to: filters.to,
    text: filters.text.slice(0, 200),
    groupBy: filters.by,
    limit,
  };
}

/** The filters of the address, and how to change them. */
export function useFilters(): readonly [Filters, (patch: Partial<Filters>) => void] {
  const [location, setLocation] = useLocation();
  const filters = filtersOf(location);
  return [
    filters,
    (patch) => {
      setLocation(pathOf({ ...filters, ...patch }), { replace: true });
    },
  ];
}
