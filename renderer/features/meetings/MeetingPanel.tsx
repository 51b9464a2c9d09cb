import { Button, Group } from '@mantine/core';
import { IconClipboardText, IconFiles, IconListDetails, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { MeetingSheet } from '#contract/meeting.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { RecordForm } from '#ui/record-form/RecordForm.tsx';
import { RecordHistory } from '#ui/record-form/RecordHistory.tsx';

import { faces } from './MeetingPage.tsx';

const ICONS = {
  prepare: IconListDetails,
  hold: IconPlayerPlay,
  minutes: IconClipboardText,
  papers: IconFiles,
};

export interface MeetingPanelProps {
  readonly id: string;
  readonly sheet: MeetingSheet;
  readonly isReadOnly: boolean;
}

/** A meeting beside the list: the ways to its page, its fields, its history. */
export function MeetingPanel({ id, sheet, isReadOnly }: MeetingPanelProps) {
  const { t } = useTranslation('meetings');
  return (
    <>
      <Group gap="xs" mb="md">
        {faces.map((face) => {
          const IconOf = ICONS[face];
          return (
            <Button
              key={face}
              component={Link}
              href={`/meetings/${id}/${face}`}
              size="xs"
              variant={face === usualFace(sheet) ? 'filled' : 'default'}
              leftSection={<IconOf size="1rem" aria-hidden />}
            >
              {t(`face.${face}`)}
            </Button>
          );
        })}
      </Group>
      <RecordForm
        table="meeting"
        id={id}
        record={sheet.record}
        port={recordPort}
        isReadOnly={isReadOnly}
        special={{ status: null, sequence: null }}
      />
      <RecordHistory table="meeting" id={id} port={recordPort} isReadOnly={isReadOnly} />
    </>
  );
}

/** The face that a meeting is most likely opened on. */
function usualFace({ record }: MeetingSheet): (typeof faces)[number] {
  const { status } = record;
  if (status === 'underWay') return 'hold';
  return status === 'toValidate' || status === 'validated' || status === 'held'
    ? 'minutes'
    : 'prepare';
}
