import {
  ActionIcon,
  Anchor,
  Button,
  Checkbox,
  Group,
  Select,
  Text,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { readAnswer } from '#domain/application-answer.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { refusalText } from '#ui/data-grid/refusal.ts';
import { useFormat } from '#ui/format.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import styles from './Activities.module.css';
import type { ActivitySheetProps } from './ActivitySheet.tsx';
import { make } from './do-write.ts';

/** The figures of an activity: dated values of indicators, picked or added. */
export function ActivityFigures({
  id,
  groupId,
  sheet: { figures },
  isReadOnly,
}: ActivitySheetProps) {
  const { t } = useTranslation('activities');
  const format = useFormat();
  const [isAdding, setAdding] = useState(false);
  return (
    <Section
      title={t('activity.figures')}
      count={figures.length}
      anchor="figures"
      action={
        isReadOnly ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            aria-expanded={isAdding}
            onClick={() => setAdding((adding) => !adding)}
          >
            {t('activity.addFigure')}
          </Button>
        )
      }
    >
      {isAdding && <FigureForm activityId={id} onDone={() => setAdding(false)} />}
      {figures.length === 0 && !isAdding && (
        <p className={styles['quiet']}>{t('activity.noFigure')}</p>
      )}
      <ul className={styles['plain']} aria-label={t('activity.figures')}>
        {figures.map((figure) => (
          <li key={figure.linkId} className={styles['item']}>
            <div className={styles['grow']}>
              <Text size="sm">
                <strong>
                  {t(figure.isMinimum ? 'activity.atLeast' : 'activity.exactly', {
                    value: format.number(figure.value),
                    unit: figure.unit ?? '',
                  }).trim()}
                </strong>{' '}
                <Anchor size="sm" href={recordPort.hrefOf('measurement', figure.measurementId)}>
                  {figure.indicatorName}
                </Anchor>
              </Text>
              <span className={styles['quiet']}>
                {[
                  t('activity.asOf', { date: format.date(figure.asOfOn) }),
                  figure.sourceTitle === null
                    ? null
                    : t('activity.source', { source: figure.sourceTitle }),
                  figure.note,
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            </div>
            {!isReadOnly && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('remove', { name: figure.indicatorName })}
                onClick={() => {
                  recordPort.remove('chainLink', [figure.linkId]).catch(recordPort.report);
                }}
              >
                <IconTrash size="1.1rem" aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && !isAdding && (
        <PickFigure
          activityId={id}
          groupId={groupId}
          known={figures.map(({ measurementId }) => measurementId)}
        />
      )}
    </Section>
  );
}

interface PickFigureProps {
  readonly activityId: string;
  readonly groupId: string;
  readonly known: readonly string[];
}

/** Links a value that was measured already. */
function PickFigure({ activityId, groupId, known }: PickFigureProps) {
  const { t } = useTranslation('activities');
  const format = useFormat();
  const { data } = useQuery('activities:values', {
    groupId: groupId,
  });
  const values = (data ?? []).filter(({ measurementId }) => !known.includes(measurementId));
  if (values.length === 0) return null;
  return (
    <Select
      key={known.length}
      size="xs"
      label={t('activity.pickFigure')}
      searchable
      value={null}
      data={values.map(({ measurementId, indicatorName, value, unit, isMinimum, asOfOn }) => ({
        value: measurementId,
        label: t('activity.pickOne', {
          indicator: indicatorName,
          value: t(isMinimum ? 'activity.atLeast' : 'activity.exactly', {
            value: format.number(value),
            unit: unit ?? '',
          }).trim(),
          date: format.date(asOfOn),
        }),
      }))}
      onChange={(toId) => {
        if (toId === null) return;
        recordPort
          .create('chainLink', {
            fromTable: 'activity',
            fromId: activityId,
            toTable: 'measurement',
            toId,
          })
          .catch(recordPort.report);
      }}
    />
  );
}

interface FigureFormProps {
  readonly activityId: string;
  readonly onDone: () => void;
}

function FigureForm({ activityId, onDone }: FigureFormProps) {
  const { t } = useTranslation('activities');
  const [indicatorId, setIndicator] = useState<string | null>(null);
  const [asOfOn, setAsOfOn] = useState<string>(localToday);
  const [value, setValue] = useState('');
  const [isMinimum, setMinimum] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const isUnderWay = useRef(false);
  const read = readAnswer({ kind: 'number', options: [] }, value);
  const number = 'value' in read && read.value !== null ? Number(read.value) : null;

  function save(): void {
    if (indicatorId === null || isUnderWay.current) return;
    if (number === null) {
      setError(t('activity.notANumber'));
      return;
    }
    isUnderWay.current = true;
    make('activities:addFigure', {
      activityId: activityId,
      indicatorId: indicatorId,
      asOfOn,
      value: number,
      isMinimum,
    })
      .then(onDone, (thrown: unknown) => setError(refusalText(thrown, 'value')))
      .finally(() => {
        isUnderWay.current = false;
      });
  }

  return (
    <form
      className={styles['form']}
      aria-label={t('activity.addFigure')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ReferencePicker
        table="indicator"
        label={t('vocabulary:entity.indicator.one')}
        port={recordPort}
        isOptional={false}
        isInitiallyFocused
        value={indicatorId}
        onChange={setIndicator}
      />
      <div className={styles['fields']}>
        <TextInput
          label={t('activity.value')}
          inputMode="decimal"
          value={value}
          error={error}
          onChange={(event) => {
            setValue(event.currentTarget.value);
            setError(null);
          }}
        />
        <DayInput
          size="sm"
          label={t('vocabulary:field.measurement.asOfOn')}
          isRequired
          value={asOfOn}
          onChange={(day) => day !== null && setAsOfOn(day)}
        />
        <Checkbox
          pb="xs"
          label={t('activity.isMinimum')}
          checked={isMinimum}
          onChange={(event) => setMinimum(event.currentTarget.checked)}
        />
      </div>
      <Group gap="xs">
        <Button type="submit" size="xs" disabled={indicatorId === null || value.trim() === ''}>
          {t('activity.saveFigure')}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('activity.giveUp')}
        </Button>
      </Group>
    </form>
  );
}
