/** The fictitious clock of the event: the documents give its day, not its hours. */
export const PITCH_MINUTES = 10;
export const MEETING_MINUTES = 20;
export const GAP_MINUTES = 5;
export const SLOT_COUNT = 12;
export const FIRST_PITCH = '09:30';
export const FIRST_MEETING = '10:30';
export const LUNCH = { startsAt: '12:30', endsAt: '13:45' } as const;

/** Slots that are left once the pitches are over and lunch is taken. */
const QUIET_SLOTS = [2, 3, 4, 8, 9, 10, 11] as const;

export const demoTimes = ['11:20', '14:15', '14:40'] as const;

function after(time: string, minutes: number): string {
  const all = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes;
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}

/** When the pitch of this place, from 0, begins. */
export const pitchTime = (index: number): string => after(FIRST_PITCH, index * PITCH_MINUTES);

/** When the meeting of this place, from 0, began: meetings are dealt out over the quiet slots. */
export function meetingTime(index: number): string {
  const slot = QUIET_SLOTS[index % QUIET_SLOTS.length] ?? 0;
  return after(FIRST_MEETING, slot * (MEETING_MINUTES + GAP_MINUTES));
}
