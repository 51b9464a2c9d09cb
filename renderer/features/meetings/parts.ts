import type { ComponentType, ReactNode } from 'react';
import { createContext, use } from 'react';

import type { DraftKind } from '#contract/convocation.channels.ts';
import type { AgendaItemView } from '#contract/meeting.channels.ts';
import type { EntityName } from '#domain/registry.ts';

interface FileHolder {
  readonly table: EntityName;
  readonly id: string;
  readonly isReadOnly: boolean;
}

/** What other features show on a meeting's page. */
export interface MeetingParts {
  /** What leaves the meeting: messages and documents. */
  readonly Papers: ComponentType<{ readonly meetingId: string }>;
  /** One message that can be prepared at once. */
  readonly Offer: ComponentType<{ readonly meetingId: string; readonly kind: DraftKind }>;
  /** The files kept with a record. */
  readonly Files: ComponentType<
    FileHolder & { readonly name: string; readonly attachments: AgendaItemView['files'] }
  >;
  /** A record on which files can be dropped. */
  readonly FileZone: ComponentType<FileHolder & { readonly children: ReactNode }>;
}

export const MeetingPartsContext = createContext<MeetingParts | null>(null);

/** @throws TypeError outside the screen of meetings */
export function useMeetingParts(): MeetingParts {
  const parts = use(MeetingPartsContext);
  if (parts === null) throw new TypeError('no parts were given to the screen of meetings');
  return parts;
}
