import { ActionIcon, Button, Loader, Select } from '@mantine/core';
import {
  IconCalendarPlus,
  IconChevronLeft,
  IconChevronRight,
  IconHierarchy2,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import { quarterOf } from '#domain/dates.ts';
import { deliverableStates } from '#domain/deliverable-state.ts';
import { useBreadcrumb } from '#stores/navigation.store.ts';
import { recordPort } from '#stores/record-port.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { useFormat } from '#ui/format.ts';
import { MissingRecord } from '#ui/record-form/MissingRecord.tsx';
import { SplitView } from '#ui/record-form/SplitView.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { textOf } from '#ui/text-of.ts';

import { DeliverableSheet } from './DeliverableSheet.tsx';
import { ExpectForm } from './ExpectForm.tsx';
import styles from './Matrix.module.css';
import { MatrixTable } from './MatrixTable.tsx';
import type { Planned } from './NewDeliverable.tsx';
import { NewDeliverable } from './NewDeliverable.tsx';
import { quarterWords } from './quarter-words.ts';
import { stateIcons } from './state-looks.ts';
import { useMatrix } from './use-matrix.ts';

export interface MatrixProps {
  /** What is open beside the matrix: an identifier, `new`, `expect`, or nothing. */
  readonly openId: string | null;
  readonly go: (id: string | null) => void;
}

/** The matrix, and beside it the deliverable that is open, or the one that is being planned. */
export function Matrix({ openId, go }: MatrixProps) {
  const { t } = useTranslation('deliverables');
  const format = useFormat();
  const isReadOnly = useSession(selectIsReadOnly);
  const today = localToday();
  const { groups, groupId, setGroupId, matrix, error, year, setYear } = useMatrix(today);
  const [planned, setPlanned] = useState<Planned | null>(null);
  const isStored = openId !== null && openId !== 'new' && openId !== 'expect';
  const { data: found } = useQuery('deliverables:sheet', isStored ? { id: openId, today } : null);
  const sheet = found !== null && found?.record['id'] === openId ? found : null;
  const title = !isStored
    ? t(openId === 'expect' ? 'expect.title' : 'new')
    : textOf(sheet?.record['title'] ?? '');
  useBreadcrumb(openId === null ? [] : [{ label: title }]);

  if (error !== null) return <RefusalNote error={error} />;
  if (matrix === undefined || groupId === null) {
    return groups?.length === 0 ? <Nothing /> : <Loader m="lg" aria-label={t('matrix.name')} />;
  }
  const shown = matrix.rows.flatMap(({ cells }) =>
    cells.flatMap(({ slots }) => slots.flatMap(({ deliverables }) => deliverables)),
  );

  /** The matrix takes the keyboard back, at the place it had. */
  function close(): void {
    go(null);
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>('[data-place][tabindex="0"]')?.focus();
    });
  }
  function step(by: 1 | -1): void {
    const at = shown.findIndex(({ id }) => id === openId);
    const next = at === -1 ? undefined : shown[at + by];
    if (next !== undefined) go(next.id);
  }

  const body = isStored ? (
    sheet === null ? (
      found === null && <MissingRecord />
    ) : (
      <DeliverableSheet key={openId} id={openId} sheet={sheet} isReadOnly={isReadOnly} />
    )
  ) : openId === 'expect' ? (
    <ExpectForm
      workingGroupId={groupId}
      onDone={(quarter) => {
        setYear(Number(quarter.slice(0, 4)));
        close();
      }}
    />
  ) : (
    <NewDeliverable
      key={JSON.stringify(planned)}
      workingGroupId={groupId}
      planned={planned}
      onMade={go}
    />
  );

  const list = (
    <div className={styles.frame}>
      <div className={styles.bar}>
        <ActionIcon
          variant="default"
          aria-label={t('matrix.earlier')}
          title={t('matrix.earlier')}
          onClick={() => setYear(year - 1)}
        >
          <IconChevronLeft size="1.1rem" />
        </ActionIcon>
        <span className={styles.range} role="status">
          {t('matrix.range', {
            from: quarterWords(t, matrix.quarters[0] ?? ''),
            to: quarterWords(t, matrix.quarters.at(-1) ?? ''),
          })}
        </span>
        <ActionIcon
          variant="default"
          aria-label={t('matrix.later')}
          title={t('matrix.later')}
          onClick={() => setYear(year + 1)}
        >
          <IconChevronRight size="1.1rem" />
        </ActionIcon>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => setYear(Number(today.slice(0, 4)))}
        >
          {t('matrix.thisYear')}
        </Button>
        {groups !== undefined && groups.length > 1 && (
          <Select
            size="xs"
            aria-label={t('group')}
            data={groups.map(({ id, label }) => ({ value: id, label }))}
            value={groupId}
            allowDeselect={false}
            onChange={setGroupId}
          />
        )}
        {!isReadOnly && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconCalendarPlus size="1rem" aria-hidden />}
            onClick={() => go('expect')}
          >
            {t('expect.action')}
          </Button>
        )}
        <ul className={styles.legend} aria-label={t('matrix.legend')}>
          {deliverableStates.map((state) => {
            const IconOf = stateIcons[state];
            return (
              <li key={state}>
                <IconOf size="0.95rem" aria-hidden />
                {t(`state.${state}`)} ({format.number(matrix.totals[state])})
              </li>
            );
          })}
        </ul>
      </div>
      {matrix.rows.length === 0 ? (
        <Nothing />
      ) : (
        <MatrixTable
          matrix={matrix}
          currentQuarter={quarterOf(today)}
          openId={openId}
          isReadOnly={isReadOnly}
          onOpen={go}
          onPlan={(wanted) => {
            setPlanned(wanted);
            go('new');
          }}
        />
      )}
      <Beyond matrix={matrix} onOpen={go} />
    </div>
  );

  return (
    <SplitView
      list={list}
      panel={
        openId === null
          ? null
          : {
              id: openId,
              title: title === '' ? t('grid:panel.loading') : title,
              body,
              takesFocus: isStored,
              isInList: isStored,
              onRemove:
                sheet === null || isReadOnly
                  ? null
                  : () => {
                      close();
                      recordPort.remove('deliverable', [openId]).catch(recordPort.report);
                    },
            }
      }
      onClose={close}
      onStep={step}
    />
  );
}

type Shown = NonNullable<ReturnType<typeof useMatrix>['matrix']>;

/** What the quarters on screen do not show. */
function Beyond({
  matrix,
  onOpen,
}: {
  readonly matrix: Shown;
  readonly onOpen: (id: string) => void;
}) {
  const { t } = useTranslation('deliverables');
  const format = useFormat();
  const { undated, outside } = matrix;
  const counts = (['before', 'after'] as const)
    .filter((side) => outside[side] > 0)
    .map((side) => t(`matrix.${side}`, { count: outside[side], n: format.number(outside[side]) }));
  if (undated.length === 0 && counts.length === 0) return null;
  return (
    <div className={styles.aside}>
      {counts.join(' · ')}
      {undated.length > 0 && (
        <>
          <h2 className="r-visually-hidden">{t('matrix.undated')}</h2>
          <ul aria-label={t('matrix.undated')}>
            <li aria-hidden="true">{t('matrix.undated')}</li>
            {undated.map(({ id, title }) => (
              <li key={id}>
                <button type="button" className={styles.link} onClick={() => onOpen(id)}>
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Nothing() {
  const { t } = useTranslation('deliverables');
  return (
    <EmptyScreen
      icon={IconHierarchy2}
      title={t('matrix.emptyTitle')}
      description={t('matrix.emptyText')}
      actions={
        <Button component={Link} href="/sub-groups">
          {t('matrix.toSubGroups')}
        </Button>
      }
    />
  );
}
