import type { Icon } from '@tabler/icons-react';
import {
  IconArrowsExchange2,
  IconBan,
  IconCheck,
  IconCircle,
  IconCircleCheckFilled,
  IconCircleHalf2,
  IconCircleX,
  IconClockPause,
  IconMessageCircle,
  IconPlayerPause,
  IconX,
} from '@tabler/icons-react';

import type { FollowUpKind } from '#contract/follow-up.channels.ts';
import { decisionStatuses, workStatuses } from '#domain/meeting.ts';

export type WorkStatus = (typeof workStatuses)[number];
export type DecisionStatus = (typeof decisionStatuses)[number];

/** The statuses of a kind, in the order they are offered. */
export const statusesOf = (kind: FollowUpKind): readonly (WorkStatus | DecisionStatus)[] =>
  kind === 'actions' ? workStatuses : decisionStatuses;

/** Where the words of a status stand. */
export const statusKey = (kind: FollowUpKind, status: string): string =>
  `vocabulary:choice.${kind === 'actions' ? 'actionItem' : 'decision'}.status.${status}`;

export type Tone = 'quiet' | 'active' | 'done' | 'warning' | 'danger';

interface Look {
  readonly icon: Icon;
  readonly tone: Tone;
}

const looks: Readonly<Record<WorkStatus | DecisionStatus, Look>> = {
  upcoming: { icon: IconCircle, tone: 'quiet' },
  underWay: { icon: IconCircleHalf2, tone: 'active' },
  done: { icon: IconCircleCheckFilled, tone: 'done' },
  paused: { icon: IconPlayerPause, tone: 'quiet' },
  abandoned: { icon: IconCircleX, tone: 'quiet' },
  blocked: { icon: IconBan, tone: 'danger' },
  toDiscuss: { icon: IconMessageCircle, tone: 'warning' },
  adopted: { icon: IconCheck, tone: 'done' },
  rejected: { icon: IconX, tone: 'danger' },
  deferred: { icon: IconClockPause, tone: 'warning' },
  superseded: { icon: IconArrowsExchange2, tone: 'quiet' },
};

export function lookOf(kind: FollowUpKind, status: string): Look {
  const known = statusesOf(kind).find((one) => one === status);
  return known === undefined ? looks.upcoming : looks[known];
}
