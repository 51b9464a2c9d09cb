import { Button, Group, NumberInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import { doWrite } from '../do-write.ts';
import type { EventTabProps } from '../event-tab.ts';
import classes from '../Events.module.css';
import { StandList } from './StandList.tsx';
import { StandPlan } from './StandPlan.tsx';

/** Who holds a stand, and where each of them stands. */
export function StandsTab({ id, sheet, isReadOnly }: EventTabProps) {
  const { t } = useTranslation('eventsScreen');
  const { stands } = sheet;
  const [picked, setPicked] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const pickedStand = stands.find((stand) => stand.id === picked) ?? null;
  const widest = Math.max(0, ...stands.map(({ planColumn }) => planColumn ?? 0));
  const [columns, setColumns] = useState(widest === 0 ? 6 : widest);
  return (
    <>
      {!isReadOnly && (
        <Group gap="xs" mb="sm" align="end">
          <Button
            size="xs"
            variant={stands.length === 0 ? 'filled' : 'default'}
            onClick={() => void doWrite('events:fromSelection', { id, what: 'stands' })}
          >
            {t('stands.take')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={stands.every(({ planRow }) => planRow !== null)}
            onClick={() => void doWrite('events:arrangeStands', { id, columns })}
          >
            {t('stands.arrange')}
          </Button>
          <Numbering id={id} standIds={stands.map((stand) => stand.id)} />
          <div className={classes['picker']}>
            <ReferencePicker
              key={round}
              table="organisation"
              label={t('stands.add')}
              port={recordPort}
              size="xs"
              isOptional
              value={null}
              onChange={(organisationId) => {
                if (organisationId === null) return;
                void doWrite('events:addStand', { id, organisationId }).then(() =>
                  setRound((known) => known + 1),
                );
              }}
            />
          </div>
        </Group>
      )}
      <div className={classes['columns']}>
        <Section title={t('stands.plan')}>
          <Group justify="space-between" align="end" mb="xs">
            <Text size="sm" c="dimmed" aria-live="polite" maw="34rem">
              {pickedStand === null
                ? t('stands.planHelp')
                : t('stands.picked', { name: pickedStand.organisationName })}
            </Text>
            <NumberInput
              size="xs"
              w="7rem"
              label={t('stands.columns')}
              min={Math.max(1, widest)}
              max={30}
              value={columns}
              onChange={(value) => setColumns(Math.max(widest, Math.min(30, Number(value) || 6)))}
            />
          </Group>
          <StandPlan
            stands={stands}
            columns={Math.max(columns, widest)}
            isReadOnly={isReadOnly}
            picked={picked}
            onPick={setPicked}
          />
        </Section>
        <StandList
          stands={stands}
          isReadOnly={isReadOnly}
          picked={picked}
          onPick={(next) => setPicked(next)}
        />
      </div>
    </>
  );
}

/** Numbers all the stands in the order shown. */
function Numbering({ id, standIds }: { readonly id: string; readonly standIds: string[] }) {
  const { t } = useTranslation('eventsScreen');
  const [prefix, setPrefix] = useState('S');
  return (
    <form
      className={classes['joined']}
      onSubmit={(event) => {
        event.preventDefault();
        void doWrite('events:numberStands', { id, standIds, prefix });
      }}
    >
      <TextInput
        size="xs"
        w="5rem"
        label={t('stands.prefix')}
        maxLength={10}
        value={prefix}
        onChange={(event) => setPrefix(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" variant="default" disabled={standIds.length === 0}>
        {t('stands.number')}
      </Button>
    </form>
  );
}
