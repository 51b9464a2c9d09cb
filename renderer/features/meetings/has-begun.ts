import type { MeetingSheet } from '#contract/meeting.channels.ts';

const BEGUN: readonly unknown[] = ['underWay', 'toValidate', 'validated', 'held'];

/** Whether a meeting has begun, or is over: it can then be neither put off nor cancelled. */
export function hasBegun({ record }: Pick<MeetingSheet, 'record'>): boolean {
  return BEGUN.includes(record['status']);
}
