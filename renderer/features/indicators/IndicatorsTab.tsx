import { Button } from '@mantine/core';
import { IconChartLine, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { IndicatorsView, IndicatorView } from '#contract/indicator.views.ts';
import { useCommand } from '#stores/commands.store.ts';
import { useBreadcrumb } from '#stores/navigation.store.ts';
import { recordPort } from '#stores/record-port.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useIsYearClosed } from '#stores/steering-year.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { LateLoader } from '#ui/LateLoader.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { SplitView } from '#ui/record-form/SplitView.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import { IndicatorRow } from './IndicatorRow.tsx';
import styles from './Indicators.module.css';
import { OpenPanel, panelTitle } from './OpenPanel.tsx';
import { Results } from './Results.tsx';
import { useIndicatorsPlace } from './use-place.ts';

export interface IndicatorsTabProps {
  readonly groupId: string;
  readonly year: number;
}

/** Today in the year under way, otherwise the year's last day. */
function usualDay(year: number): string {
  const today = localToday();
  return today.startsWith(`${year}-`) ? today : `${year}-12-31`;
}

/** Indicators of a group on a day of the year with their values, and the results of the year. */
export function IndicatorsTab({ groupId, year }: IndicatorsTabProps) {
  const { t } = useTranslation('indicators');
  const isStoreReadOnly = useSession(selectIsReadOnly);
  const isClosed = useIsYearClosed(groupId, year);
  const isReadOnly = isStoreReadOnly || isClosed;
  const [asOfOn, setAsOfOn] = useState(() => usualDay(year));
  const { open, go } = useIndicatorsPlace();
  const { data, error } = useQuery(
    'indicators:list',
    { groupId, year, asOfOn },
    { keepPrevious: true },
  );
  useCommand(
    isReadOnly ? null : { id: 'new', label: t('new'), keys: 'Ctrl+N', run: () => go('new') },
  );
  const title = data === undefined ? null : panelTitle(t, open, data);
  useBreadcrumb([{ label: t('list') }, ...(title === null ? [] : [{ label: title }])]);
  if (error !== null) return <RefusalNote error={error} />;
  if (data === undefined) return <LateLoader label={t('list')} />;

  const openId = 'id' in open ? open.id : null;
  const shown = [
    ...data.indicators.filter(isQuiet(false)),
    ...data.indicators.filter(isQuiet(true)),
  ];
  const stepped =
    open.kind === 'result'
      ? data.results.map(({ id }) => `results/${id}`)
      : shown.map(({ id }) => id);

  /** The row takes the keyboard back. */
  function close(): void {
    const isInside = open.kind === 'counted' || open.kind === 'value';
    go(isInside ? open.id : null);
    if (isInside || openId === null) return;
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>(`[data-row="${openId}"]`)?.focus();
    });
  }
  function step(by: 1 | -1): void {
    const at = stepped.findIndex((path) => path.endsWith(openId ?? '-'));
    const next = at === -1 ? undefined : stepped[at + by];
    if (next !== undefined) go(next);
  }

  return (
    <SplitView
      list={
        <div className={styles.tab}>
          <div className={styles.inner}>
            <Toolbar {...{ year, asOfOn, setAsOfOn, isReadOnly }} onNew={() => go('new')} />
            {isClosed && <p className={styles.notice}>{t('closed', { year })}</p>}
            <Lists data={data} year={year} openId={openId} go={go} isReadOnly={isReadOnly} />
            <Results
              results={data.results}
              year={year}
              openId={openId}
              isReadOnly={isReadOnly}
              go={go}
            />
          </div>
        </div>
      }
      panel={
        title === null
          ? null
          : {
              id: JSON.stringify(open),
              title,
              takesFocus: open.kind !== 'value' && !open.kind.startsWith('new'),
              isInList: open.kind === 'indicator' || open.kind === 'result',
              onRemove:
                isReadOnly || (open.kind !== 'indicator' && open.kind !== 'result')
                  ? null
                  : () => {
                      go(null);
                      const table = open.kind;
                      recordPort.remove(table, [open.id]).catch(recordPort.report);
                    },
              body: <OpenPanel {...{ open, data, groupId, year, asOfOn, isReadOnly, go }} />,
            }
      }
      onClose={close}
      onStep={step}
    />
  );
}

/** Whether the year says nothing of it. */
const isQuiet =
  (wanted: boolean) =>
  ({ isOfYear }: IndicatorView): boolean =>
    isOfYear !== wanted;

interface ToolbarProps {
  readonly year: number;
  readonly asOfOn: string;
  readonly isReadOnly: boolean;
  readonly setAsOfOn: (day: string) => void;
  readonly onNew: () => void;
}

function Toolbar({ year, asOfOn, isReadOnly, setAsOfOn, onNew }: ToolbarProps) {
  const { t } = useTranslation('indicators');
  const days = [
    { day: `${year}-06-30`, label: t('midYear') },
    { day: `${year}-12-31`, label: t('yearEnd') },
  ];
  return (
    <div className={styles.toolbar}>
      <DayInput
        label={t('situation')}
        width="10rem"
        isRequired
        value={asOfOn}
        onChange={(day) => {
          if (day !== null) setAsOfOn(day);
        }}
      />
      <div className={styles.days}>
        {days.map(({ day, label }) => (
          <Button
            key={day}
            size="compact-sm"
            variant={day === asOfOn ? 'light' : 'subtle'}
            aria-pressed={day === asOfOn}
            onClick={() => setAsOfOn(day)}
          >
            {label}
          </Button>
        ))}
      </div>
      <div>
        {!isReadOnly && (
          <Button size="xs" leftSection={<IconPlus size="1rem" aria-hidden />} onClick={onNew}>
            {t('new')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface ListsProps {
  readonly data: IndicatorsView;
  readonly year: number;
  readonly openId: string | null;
  readonly isReadOnly: boolean;
  readonly go: (path: string) => void;
}

/** The indicators of which the year says something, then the others. */
function Lists({ data, year, openId, isReadOnly, go }: ListsProps) {
  const { t } = useTranslation('indicators');
  const { indicators } = data;
  if (indicators.length === 0) {
    return (
      <EmptyScreen
        icon={IconChartLine}
        title={t('emptyTitle')}
        description={t('emptyText')}
        actions={isReadOnly ? null : <Button onClick={() => go('new')}>{t('new')}</Button>}
      />
    );
  }
  const rowsOf = (some: readonly IndicatorView[], label: string) => (
    <ul className={styles.rows} aria-label={label}>
      {some.map((indicator) => (
        <IndicatorRow
          key={indicator.id}
          indicator={indicator}
          isOpen={indicator.id === openId}
          onOpen={() => go(indicator.id)}
          onSeeCounted={() => go(`${indicator.id}/counted`)}
        />
      ))}
    </ul>
  );
  const quiet = indicators.filter(isQuiet(true));
  const telling = indicators.filter(isQuiet(false));
  return (
    <>
      {telling.length > 0 && rowsOf(telling, t('list'))}
      {quiet.length > 0 && (
        <>
          <h2 className={styles.heading}>{t('quietTitle', { year })}</h2>
          {rowsOf(quiet, t('quietTitle', { year }))}
        </>
      )}
    </>
  );
}
