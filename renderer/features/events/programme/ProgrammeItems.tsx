import { Button, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { programmeKinds } from '#domain/event.ts';
import { recordPort } from '#stores/record-port.ts';
import { OrderedList } from '#ui/OrderedList.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import { doWrite } from '../do-write.ts';
import type { EventTabProps } from '../event-tab.ts';
import classes from '../Events.module.css';
import { HourInput } from '../HourInput.tsx';
import { RowRecord } from '../RowRecord.tsx';

/** What happens when and where, in the order of the day. */
export function ProgrammeItems({ id, sheet, isReadOnly }: EventTabProps) {
  const { t } = useTranslation('eventsScreen');
  const { programme } = sheet;
  const last = programme.at(-1);
  return (
    <Section title={t('programme.title')} count={programme.length}>
      {programme.length === 0 && (
        <Text size="sm" c="dimmed" mb="sm">
          {t('programme.none')}
        </Text>
      )}
      <OrderedList
        label={t('programme.title')}
        items={programme}
        isReadOnly={isReadOnly}
        nameOf={({ title }) => title}
        onOrder={(itemIds) => doWrite('events:orderProgramme', { id, itemIds: [...itemIds] })}
      >
        {(item) => (
          <RowRecord table="programmeItem" id={item.id} name={item.title} isReadOnly={isReadOnly}>
            <div className={classes['line']}>
              <span className={classes['hours']}>
                {t('hours', { from: item.startsAt, to: item.endsAt })}
              </span>
              <div className={classes['grow']}>
                <Text size="sm" fw={600}>
                  {item.title}
                </Text>
                <Text size="xs" c="dimmed">
                  {[
                    t(`vocabulary:choice.programmeItem.kind.${item.kind}`),
                    item.place,
                    item.speakerText,
                  ]
                    .filter((part) => part !== null && part !== '')
                    .join(' · ')}
                </Text>
              </div>
            </div>
          </RowRecord>
        )}
      </OrderedList>
      {!isReadOnly && (
        <AddItem
          key={programme.length}
          eventId={id}
          position={programme.length + 1}
          startsAt={last?.endsAt ?? ''}
        />
      )}
    </Section>
  );
}

interface AddItemProps {
  readonly eventId: string;
  readonly position: number;
  /** Where the programme has come to so far. */
  readonly startsAt: string;
}

function AddItem({ eventId, position, startsAt }: AddItemProps) {
  const { t } = useTranslation('eventsScreen');
  const [from, setFrom] = useState(startsAt);
  const [to, setTo] = useState('');
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<string>('other');
  const isReady = title.trim() !== '' && from !== '' && to !== '';
  function add(): void {
    recordPort
      .create('programmeItem', {
        eventId,
        position,
        startsAt: from,
        endsAt: to,
        title: title.trim(),
        kind,
      })
      .catch(recordPort.report);
  }
  return (
    <form
      className={classes['addLine']}
      aria-label={t('programme.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) add();
      }}
    >
      <HourInput label={t('from')} value={from} onChange={setFrom} width="5rem" />
      <HourInput label={t('to')} value={to} onChange={setTo} width="5rem" />
      <TextInput
        size="xs"
        className={classes['grow'] ?? ''}
        label={t('vocabulary:field.programmeItem.title')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Select
        size="xs"
        w="9rem"
        label={t('vocabulary:field.programmeItem.kind')}
        data={programmeKinds.map((value) => ({
          value,
          label: t(`vocabulary:choice.programmeItem.kind.${value}`),
        }))}
        value={kind}
        allowDeselect={false}
        onChange={(next) => setKind(next ?? kind)}
      />
      <Button type="submit" size="xs" variant="default" disabled={!isReady}>
        {t('add')}
      </Button>
    </form>
  );
}
