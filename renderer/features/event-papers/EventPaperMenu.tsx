import { IconCalendar, IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { EventPaperFormat, EventPaperName } from '#contract/event-papers.channels.ts';
import { eventPaperFormatsOf } from '#contract/event-papers.channels.ts';
import type { Id } from '#domain/ids.ts';
import { call } from '#api/client.ts';
import { exportFile } from '#stores/exports.store.ts';
import { FormatMenu } from '#ui/FormatMenu.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

export interface EventPaperMenuProps {
  readonly eventId: Id<'event'>;
  readonly paper: EventPaperName;
  /** One participant or place; all of them when null. */
  readonly subject?: string | null;
  /** What files are named by, beside the document. */
  readonly about: string;
  /** Calendars need the day. */
  readonly hasDay: boolean;
}

const isCalendar = (format: EventPaperFormat): boolean => format === 'ics' || format === 'zip';

/** One document of an event, and the formats it can be written in. */
export function EventPaperMenu(props: EventPaperMenuProps) {
  const { eventId, paper, subject = null, about, hasDay } = props;
  const { t } = useTranslation('eventPapers');
  const name = t(`document.${paper}`);
  const write = (format: EventPaperFormat): void => {
    const suggested = `${t('fileName', { document: name, about })}.${format}`;
    void exportFile(format, suggested, (grant, options) =>
      call(
        'eventPapers:export',
        { eventId, paper, subject, format, today: localToday(), grant },
        options,
      ),
    );
  };
  return (
    <FormatMenu
      name={name}
      formats={eventPaperFormatsOf(paper, subject !== null)}
      icon={paper === 'calendar' ? IconCalendar : IconFileText}
      labelOf={(format) => t(`format.${format}`)}
      saysOf={(format) => t('exportAs', { document: name, format: format.toUpperCase() })}
      isBlocked={(format) => isCalendar(format) && !hasDay}
      onChoose={write}
    />
  );
}
