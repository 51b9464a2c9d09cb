import { Button, Menu } from '@mantine/core';
import { IconCalendar, IconChevronDown, IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { EventPaperFormat, EventPaperName } from '#contract/event-papers.channels.ts';
import { eventPaperFormatsOf } from '#contract/event-papers.channels.ts';
import type { Id } from '#domain/ids.ts';
import { call } from '#api/client.ts';
import { exportFile } from '#stores/exports.store.ts';
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
  const formats = eventPaperFormatsOf(paper, subject !== null);
  const Icon = paper === 'calendar' ? IconCalendar : IconFileText;
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
    <Menu
      position="bottom-start"
      shadow="md"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<Icon size="1rem" aria-hidden />}
          rightSection={<IconChevronDown size="0.9rem" aria-hidden />}
        >
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item
            key={format}
            aria-label={t('exportAs', { document: name, format: format.toUpperCase() })}
            disabled={isCalendar(format) && !hasDay}
            onClick={() => write(format)}
          >
            {t(`format.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
