import { Button, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { markAt } from '#ui/OrderedList.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { useDragOrder } from '#ui/use-drag-order.ts';
import { useOrder } from '#ui/use-order.ts';

import { doWrite } from '../do-write.ts';
import type { FaceProps } from '../face.ts';
import classes from '../Meetings.module.css';
import { AgendaRow } from './AgendaRow.tsx';
import { readTypedItem } from './item-typing.ts';
import { TemplatesMenu } from './TemplatesMenu.tsx';

/** What will be spoken of, in order: typed, moved by hand or by keys, timed. */
export function Agenda({ id, sheet, isReadOnly }: FaceProps) {
  const { t } = useTranslation('meetings');
  const { agenda, record, totals } = sheet;
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const order = useOrder(
    agenda.map((item) => item.id),
    (itemIds) => doWrite('meetings:reorder', { id, itemIds: [...itemIds] }),
  );
  const items = order.ids.flatMap((itemId) => agenda.find((item) => item.id === itemId) ?? []);

  function move(itemId: string, to: number): void {
    order.move(itemId, to);
    const title = agenda.find((item) => item.id === itemId)?.title ?? '';
    const rank = Math.max(0, Math.min(items.length - 1, to)) + 1;
    setSaid(t('prepare.moved', { title, rank }));
  }

  const drag = useDragOrder(list, move);
  function remove(itemId: string, index: number): void {
    recordPort.remove('agendaItem', [itemId]).catch(recordPort.report);
    const rows = list.current?.querySelectorAll<HTMLInputElement>('[data-title]');
    rows?.[index === 0 ? 1 : index - 1]?.focus();
  }

  const tools = isReadOnly ? null : (
    <TemplatesMenu id={id} groupId={String(record['workingGroupId'])} hasItems={items.length > 0} />
  );
  return (
    <Section title={t('prepare.agenda')} count={items.length} action={tools}>
      {items.length === 0 && (
        <Text size="sm" c="dimmed" mb="sm">
          {t('prepare.noItem')}
        </Text>
      )}
      <ol
        className={classes['agenda']}
        ref={list}
        data-timed={items.some(({ startsAt }) => startsAt !== null) || undefined}
      >
        {items.map((item, index) => (
          <AgendaRow
            key={item.id}
            item={item}
            index={index}
            isReadOnly={isReadOnly}
            meetingId={id}
            isDragged={drag.draggedId === item.id}
            mark={markAt(order.ids, drag, index)}
            handleProps={drag.handleProps(item.id)}
            onMove={(to) => {
              move(item.id, to);
            }}
            onRemove={() => {
              remove(item.id, index);
            }}
          />
        ))}
      </ol>
      {!isReadOnly && <AddItem id={id} />}
      {items.length > 0 && <Totals totals={totals} />}
      <div className="r-visually-hidden" aria-live="polite">
        {said}
      </div>
    </Section>
  );
}

/** Adds an item by its title; the keyboard stays for the next one. */
export function AddItem({ id }: { readonly id: string }) {
  const { t } = useTranslation('meetings');
  const [text, setText] = useState('');
  const isUnderWay = useRef(false);
  function add(): void {
    const typed = readTypedItem(text);
    if (typed.title === '' || isUnderWay.current) return;
    isUnderWay.current = true;
    setText('');
    void doWrite('meetings:addItem', { id, ...typed }).finally(() => {
      isUnderWay.current = false;
    });
  }
  return (
    <form
      className={classes['addItem']}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextInput
        className={classes['grow'] ?? ''}
        label={t('prepare.addItem')}
        description={t('prepare.addItemHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      <Button type="submit" variant="default" disabled={text.trim() === ''}>
        {t('prepare.add')}
      </Button>
    </form>
  );
}

function Totals({ totals }: { readonly totals: FaceProps['sheet']['totals'] }) {
  const { t } = useTranslation('meetings');
  const { plannedMinutes, endsAt, overrunMinutes, withoutDuration } = totals;
  const isOver = overrunMinutes !== null && overrunMinutes > 0;
  const parts = [
    endsAt === null
      ? t('prepare.totals', { planned: plannedMinutes })
      : t('prepare.totalsEnd', { planned: plannedMinutes, end: endsAt }),
    ...(withoutDuration > 0 ? [t('prepare.without', { count: withoutDuration })] : []),
    ...(overrunMinutes === null || overrunMinutes === 0
      ? []
      : [t(isOver ? 'prepare.over' : 'prepare.left', { count: Math.abs(overrunMinutes) })]),
  ];
  return (
    <Text size="sm" mt="sm" className={isOver ? (classes['over'] ?? '') : ''}>
      {parts.join(' · ')}
    </Text>
  );
}
