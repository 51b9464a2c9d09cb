import { ActionIcon, Badge, Collapse, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconGripVertical, IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AgendaItemView } from '#contract/meeting.channels.ts';

import { doSave } from '../do-write.ts';
import classes from '../Meetings.module.css';
import { useMeetingParts } from '../parts.ts';
import { ItemDetails } from './ItemDetails.tsx';
import type { DragOrder } from '#ui/use-drag-order.ts';

interface AgendaRowProps {
  readonly item: AgendaItemView;
  readonly index: number;
  readonly isReadOnly: boolean;
  readonly meetingId: string;
  readonly isDragged: boolean;
  /** Where the line is drawn that says where a dragged item will come. */
  readonly mark: 'before' | 'after' | null;
  readonly handleProps: ReturnType<DragOrder['handleProps']>;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** One item of the agenda: its hour, its words, its length; moved by its handle or Alt with arrows. */
export function AgendaRow(props: AgendaRowProps) {
  const { item, index, isReadOnly, onMove } = props;
  const { t } = useTranslation('meetings');
  const [isOpen, setOpen] = useState(false);
  const { FileZone } = useMeetingParts();
  const detailsId = useId();
  const rank = index + 1;
  const save = (patch: Readonly<Record<string, unknown>>): void => {
    void doSave('agendaItem', item.id, patch);
  };

  return (
    // Moved by its handle; the keys are those of the fields in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={classes['item']}
      data-item={item.id}
      data-dragged={props.isDragged || undefined}
      data-mark={props.mark ?? undefined}
      onKeyDown={(event) => {
        if (!event.altKey || isReadOnly) return;
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        onMove(index + (event.key === 'ArrowUp' ? -1 : 1));
      }}
    >
      <FileZone table="agendaItem" id={item.id} isReadOnly={isReadOnly}>
        <div className={classes['itemLine']}>
          {!isReadOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              className={classes['handle'] ?? ''}
              aria-label={t('prepare.move', { rank })}
              title={t('prepare.agendaHelp')}
              {...props.handleProps}
            >
              <IconGripVertical size="1.1rem" aria-hidden />
            </ActionIcon>
          )}
          <span className={classes['rank']}>
            {rank}.{item.startsAt === null ? '' : ` ${item.startsAt}`}
          </span>
          <KeptInput
            className={classes['grow'] ?? ''}
            label={t('prepare.itemTitle', { rank })}
            value={item.title}
            isReadOnly={isReadOnly}
            isTitle
            onKeep={(title) => {
              if (title !== '') save({ title });
            }}
          />
          <KeptInput
            className={classes['duration'] ?? ''}
            label={t('prepare.duration', { rank })}
            unit={t('prepare.minutes')}
            value={item.durationMinutes === null ? '' : String(item.durationMinutes)}
            isReadOnly={isReadOnly}
            onKeep={(text) => {
              if (text === '') save({ durationMinutes: null });
              else if (/^\d{1,4}$/.test(text)) save({ durationMinutes: Number(text) });
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('prepare.details', { rank })}
            aria-expanded={isOpen}
            aria-controls={detailsId}
            onClick={() => {
              setOpen((open) => !open);
            }}
          >
            {isOpen ? <IconChevronUp size="1.1rem" /> : <IconChevronDown size="1.1rem" />}
          </ActionIcon>
          {!isReadOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('prepare.remove', { rank })}
              onClick={props.onRemove}
            >
              <IconTrash size="1.1rem" aria-hidden />
            </ActionIcon>
          )}
        </div>
        <Marks item={item} />
        <Collapse expanded={isOpen} id={detailsId}>
          {isOpen && (
            <ItemDetails meetingId={props.meetingId} item={item} isReadOnly={isReadOnly} />
          )}
        </Collapse>
      </FileZone>
    </li>
  );
}

/** Where an item comes from and who brings it, in one quiet line. */
function Marks({ item }: { readonly item: AgendaItemView }) {
  const { t } = useTranslation('meetings');
  const parts = [
    item.presenterName,
    item.subGroupName,
    item.carriedFrom === null
      ? null
      : t('prepare.carriedFrom', { meeting: item.carriedFrom.meetingTitle }),
    item.action === null ? null : t('prepare.action'),
    item.documents === 0 ? null : t('prepare.documents', { count: item.documents }),
    item.note === null ? null : t('prepare.hasNote'),
  ].filter((part) => part !== null);
  if (parts.length === 0 && item.status === 'planned') return null;
  return (
    <Text size="xs" c="dimmed" className={classes['marks'] ?? ''}>
      {item.status !== 'planned' && (
        <Badge variant="light" mr={6} color="gray">
          {t(`hold.${item.status}`)}
        </Badge>
      )}
      {parts.join(' · ')}
    </Text>
  );
}

interface KeptInputProps {
  readonly label: string;
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly className: string;
  readonly unit?: string;
  readonly isTitle?: boolean;
  readonly onKeep: (text: string) => void;
}

/** A field kept on Enter or on leaving; Escape gives back what was there. */
function KeptInput({ label, value, isReadOnly, className, unit, isTitle, onKeep }: KeptInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  function keep(): void {
    const text = draft?.trim();
    setDraft(null);
    if (text !== undefined && text !== value) onKeep(text);
  }
  return (
    <TextInput
      className={className}
      aria-label={label}
      data-title={isTitle === true || undefined}
      inputMode={unit === undefined ? 'text' : 'numeric'}
      readOnly={isReadOnly}
      rightSection={
        unit === undefined ? null : (
          <Text size="xs" c="dimmed" aria-hidden>
            {unit}
          </Text>
        )
      }
      value={draft ?? value}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
      }}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation();
          setDraft(null);
        }
      }}
    />
  );
}
