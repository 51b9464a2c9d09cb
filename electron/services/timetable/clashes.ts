import type { Clash, ClashKind } from '#contract/timetable.channels.ts';
import { minutesOf, overlap, timeOf } from '#services/events/clock.ts';

import { busySlots } from './busy.ts';
import type { Meeting, TimetableData } from './data.ts';
import { isFixed, isInForce } from './data.ts';

/** A meeting with its place in the day, stored or only proposed. */
export interface Placed {
  readonly id: string | null;
  readonly buyerId: string;
  readonly companyId: string;
  readonly from: number;
  readonly to: number;
  readonly tableNumber: number | null;
  /** True for one that may stand between slots. */
  readonly isFixed: boolean;
}

/** Stored meetings that have their place in the timetable. */
export function placedOf({ plan }: TimetableData, meetings: readonly Meeting[]): Placed[] {
  return meetings.filter(isInForce).map((meeting) => {
    const from = minutesOf(meeting.startsAt ?? '00:00');
    const { id, buyerId, companyId, tableNumber, durationMinutes } = meeting;
    const to = from + (durationMinutes ?? plan?.slotMinutes ?? 1);
    return { id, buyerId, companyId, from, to, tableNumber, isFixed: isFixed(meeting) };
  });
}

/** What cannot be, whoever wants it; the rest is for a person to judge. */
const IMPOSSIBLE: ReadonlySet<ClashKind> = new Set([
  'sameParticipant',
  'samePerson',
  'samePair',
  'roomFull',
  'withdrawn',
  'tooMany',
]);

/** True for a clash that no fixed meeting gets around, such as being in two places at once. */
export function isImpossible({ kind }: Clash): boolean {
  return IMPOSSIBLE.has(kind);
}

class Finder {
  readonly #data: TimetableData;
  readonly #meetings: readonly Placed[];
  readonly found: Clash[] = [];

  constructor(data: TimetableData, meetings: readonly Placed[]) {
    this.#data = data;
    this.#meetings = meetings;
  }

  nameOf(organisationId: string): string {
    return this.#data.names.get(organisationId) ?? '';
  }

  add(
    kind: ClashKind,
    name: string,
    meetings: readonly Placed[],
    limit: number | null = null,
  ): void {
    const [first] = meetings;
    this.found.push({
      kind,
      name,
      limit,
      startsAt: first === undefined ? null : timeOf(first.from),
      meetings: meetings.map(({ id, buyerId, companyId, from }) => ({
        id,
        buyerName: this.nameOf(buyerId),
        companyName: this.nameOf(companyId),
        startsAt: timeOf(from),
      })),
    });
  }

  /** Meetings of one group that take place at the same time, two by two. */
  together(
    kind: ClashKind,
    groups: Iterable<readonly [name: string, meetings: readonly Placed[]]>,
  ): void {
    for (const [name, meetings] of groups) {
      const ordered = meetings.toSorted((a, b) => a.from - b.from);
      ordered.forEach((one, index) => {
        for (const other of ordered.slice(index + 1)) {
          if (!overlap(one, other)) break;
          this.add(kind, name, [one, other]);
        }
      });
    }
  }

  groupBy(keysOf: (meeting: Placed) => readonly string[]): Map<string, Placed[]> {
    const groups = new Map<string, Placed[]>();
    for (const meeting of this.#meetings) {
      for (const key of new Set(keysOf(meeting))) {
        const known = groups.get(key);
        if (known === undefined) groups.set(key, [meeting]);
        else known.push(meeting);
      }
    }
    return groups;
  }

  perParty(): void {
    const byParty = this.groupBy(({ buyerId, companyId }) => [buyerId, companyId]);
    const named = [...byParty].map(([id, meetings]) => [this.nameOf(id), meetings] as const);
    this.together('sameParticipant', named);
    for (const [id, meetings] of byParty) {
      const participant = this.#data.byOrganisation.get(id);
      if (participant === undefined) continue;
      const { max, name, record } = participant;
      if (max !== null && meetings.length > max) this.add('tooMany', name, meetings, max);
      if (record.isWithdrawn) this.add('withdrawn', name, meetings);
    }
  }

  perPerson(): void {
    const personOf = (organisationId: string): string | null =>
      this.#data.byOrganisation.get(organisationId)?.record.personId ?? null;
    const byPerson = this.groupBy(({ buyerId, companyId }) =>
      [personOf(buyerId), personOf(companyId)].filter((id) => id !== null),
    );
    for (const [personId, meetings] of byPerson) {
      const own = this.#data.participants.filter(({ record }) => record.personId === personId);
      if (own.length < 2) continue;
      // Two meetings of one organisation are told already.
      const sharesParty = (a: Placed, b: Placed): boolean =>
        a.buyerId === b.buyerId || a.companyId === b.companyId;
      const name = own[0]?.personName ?? '';
      meetings.forEach((one, index) => {
        if (personOf(one.buyerId) === personOf(one.companyId)) this.add('samePerson', name, [one]);
        for (const other of meetings.slice(index + 1)) {
          if (overlap(one, other) && !sharesParty(one, other))
            this.add('samePerson', name, [one, other]);
        }
      });
    }
  }

  perPair(): void {
    for (const meetings of this.groupBy(({ buyerId, companyId }) => [
      `${buyerId} ${companyId}`,
    ]).values()) {
      const [first] = meetings;
      if (first !== undefined && meetings.length > 1) {
        this.add('samePair', this.nameOf(first.companyId), meetings);
      }
    }
  }

  perTable(): void {
    const byTable = this.groupBy(({ tableNumber }) =>
      tableNumber === null ? [] : [String(tableNumber)],
    );
    this.together('sameTable', byTable);
    const tables = this.#data.plan?.tableCount ?? null;
    if (tables === null) return;
    const atTables = this.#meetings.filter(
      ({ companyId }) => (this.#data.byOrganisation.get(companyId)?.stand ?? null) === null,
    );
    for (const from of new Set(atTables.map((meeting) => meeting.from))) {
      const now = atTables.filter((meeting) => meeting.from <= from && from < meeting.to);
      if (now.length > tables) this.add('roomFull', '', now, tables);
    }
  }

  perEngagement(): void {
    const { slots, day } = this.#data;
    const starts = new Set(slots.map(({ from }) => from));
    for (const meeting of this.#meetings) {
      if (!starts.has(meeting.from) && !meeting.isFixed) this.add('outsideSlots', '', [meeting]);
      const { from, to } = meeting;
      const stretch = { index: 0, from, to, startsAt: timeOf(from), endsAt: timeOf(to) };
      for (const id of [meeting.buyerId, meeting.companyId]) {
        const [busy] = busySlots(id, [stretch], day, []);
        if (busy !== undefined && busy.cause !== 'meeting')
          this.add(busy.cause, this.nameOf(id), [meeting]);
      }
    }
  }
}

/** What the given meetings cannot have together, or with the rest of the day. */
export function clashesOf(data: TimetableData, meetings: readonly Placed[]): Clash[] {
  const finder = new Finder(data, meetings);
  finder.perParty();
  finder.perPerson();
  finder.perPair();
  finder.perTable();
  finder.perEngagement();
  return finder.found;
}
