import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { PaperChoice } from '#contract/convocation.channels.ts';
import { paperFormatsOf } from '#contract/convocation.channels.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import { exportPaper } from './papers.ts';

export interface PaperMenuProps {
  readonly paper: PaperChoice;
  /** What the paper is about: the meeting's title or the sub-group's name. */
  readonly about: string;
}

/** One document, and the formats it can be written in. */
export function PaperMenu({ paper, about }: PaperMenuProps) {
  const { t } = useTranslation('meetingPapers');
  const name = t(`document.${paper.document}`);
  return (
    <Menu
      position="bottom-start"
      shadow="md"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconFileText size="1rem" aria-hidden />}
          rightSection={<IconChevronDown size="0.9rem" aria-hidden />}
        >
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {paperFormatsOf(paper.document).map((format) => (
          <Menu.Item
            key={format}
            aria-label={t('exportAs', { document: name, format: format.toUpperCase() })}
            onClick={() => {
              void exportPaper(paper, format, localToday(), `${name} – ${about}`);
            }}
          >
            {t(`format.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
