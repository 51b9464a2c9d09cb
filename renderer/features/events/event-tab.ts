import type { ReactNode } from 'react';

import type { EventSheet } from '#contract/event.channels.ts';

export const eventTabs = ['programme', 'guests', 'stands', 'b2b', 'day', 'papers'] as const;
export type EventTab = (typeof eventTabs)[number];

export const isEventTab = (text: string | undefined): text is EventTab =>
  eventTabs.some((tab) => tab === text);

/** What every tab of an event's page is given. */
export interface EventTabProps {
  readonly id: string;
  readonly sheet: EventSheet;
  readonly isReadOnly: boolean;
  /** What the tab has open, as the path says it. */
  readonly part: string | null;
  readonly go: (part: string | null) => void;
  /** How the documents of the event are asked for; another part of the window brings it. */
  readonly papers: ReactNode;
}
