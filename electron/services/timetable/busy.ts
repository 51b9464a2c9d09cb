import type { BusyCause, BusySlot } from '#contract/timetable.channels.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { Stretch } from '#services/events/clock.ts';
import { minutesOf, overlap, stretch } from '#services/events/clock.ts';

import type { Slot } from './slots.ts';

/** What keeps one organisation from meeting anybody. */
export interface Engagement extends Stretch {
  readonly cause: BusyCause;
}

/** Minutes of a pitch or demonstration that does not say how long it takes. */
const PITCH_MINUTES = 10;
const DEMO_MINUTES = 15;

interface Timed {
  readonly startsAt: string | null;
  readonly durationMinutes: number | null;
}

function timed(one: Timed, cause: BusyCause, usual: number): Engagement[] {
  if (one.startsAt === null) return [];
  const from = minutesOf(one.startsAt);
  return [{ from, to: from + (one.durationMinutes ?? usual), cause }];
}

function ofKind(
  programme: readonly RecordOf<'programmeItem'>[],
  kind: string,
  cause: BusyCause,
): Engagement[] {
  return programme
    .filter((item) => item.kind === kind)
    .map((item) => ({ ...stretch(item.startsAt, item.endsAt), cause }));
}

export interface DayRecords {
  readonly programme: readonly RecordOf<'programmeItem'>[];
  readonly availabilities: readonly RecordOf<'availability'>[];
  /** Pitches with the organisation that gives each. */
  readonly pitches: readonly {
    readonly organisationId: string;
    readonly application: RecordOf<'application'>;
    readonly slot: RecordOf<'pitchSlot'>;
  }[];
  readonly demos: readonly RecordOf<'demo'>[];
}

/**
 * What one organisation is engaged in that day. A pitch without a time of its own keeps its company
 * busy for as long as the programme has pitches.
 */
export function engagementsOf(organisationId: string, day: DayRecords): Engagement[] {
  const { programme, availabilities, pitches, demos } = day;
  const ownPitches = pitches.filter((pitch) => pitch.organisationId === organisationId);
  const isOnStageSometime = ownPitches.some(({ slot }) => slot.startsAt === null);
  return [
    ...ofKind(programme, 'break', 'break'),
    ...(isOnStageSometime ? ofKind(programme, 'pitch', 'pitch') : []),
    ...ownPitches.flatMap(({ slot }) => timed(slot, 'pitch', PITCH_MINUTES)),
    ...demos
      .filter((demo) => demo.organisationId === organisationId)
      .flatMap((demo) => timed(demo, 'demo', DEMO_MINUTES)),
    ...availabilities
      .filter((one) => one.organisationId === organisationId && !one.isAvailable)
      .map((one) => ({ ...stretch(one.startsAt, one.endsAt), cause: 'unavailable' as const })),
  ];
}

/** Slots in which an organisation cannot be met, each with the first cause. */
export function busySlots(
  organisationId: string,
  slots: readonly Slot[],
  day: DayRecords,
  fixed: readonly Stretch[],
): BusySlot[] {
  const engagements = [
    ...engagementsOf(organisationId, day),
    ...fixed.map(({ from, to }) => ({ from, to, cause: 'meeting' as const })),
  ];
  const present = day.availabilities
    .filter((one) => one.organisationId === organisationId && one.isAvailable)
    .map((one) => stretch(one.startsAt, one.endsAt));
  return slots.flatMap((slot): BusySlot[] => {
    const engagement = engagements.find((one) => overlap(one, slot));
    if (engagement !== undefined) return [{ slot: slot.index, cause: engagement.cause }];
    const isThere =
      present.length === 0 || present.some(({ from, to }) => from <= slot.from && slot.to <= to);
    return isThere ? [] : [{ slot: slot.index, cause: 'unavailable' }];
  });
}
