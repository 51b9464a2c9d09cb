import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useCommand } from '#stores/commands.store.ts';
import { useBreadcrumb } from '#stores/navigation.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { LateLoader } from '#ui/LateLoader.tsx';
import { SplitView } from '#ui/record-form/SplitView.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { Screen } from '#ui/Screen.tsx';

import { Actions } from './Actions.tsx';
import { FilterBar } from './FilterBar.tsx';
import type { Filters } from './filters.ts';
import { isNarrowed, queryOf, REMINDERS, useFilters, widened } from './filters.ts';
import type { FollowUpListHandle } from './FollowUpList.tsx';
import { FollowUpList } from './FollowUpList.tsx';
import classes from './FollowUp.module.css';
import { useMe } from './me.ts';
import { RecordPanel, useRecordTitle } from './RecordPanel.tsx';
import { Reminders } from './Reminders.tsx';
import { statusesOf } from './statuses.ts';

/** Rows shown at first, and how many more each time they are asked for. */
const PAGE = 200;
const MOST = 5000;

export interface FollowUpScreenProps {
  /** What stands around it: the tabs of the meetings' screen. */
  readonly Frame: ComponentType<{ readonly children: ReactNode }>;
}

/** All that was decided, and what becomes of it, whatever the meeting. */
export function FollowUpScreen({ Frame }: FollowUpScreenProps) {
  const { t } = useTranslation('followUp');
  const [filters, change] = useFilters();
  const isReadOnly = useSession(selectIsReadOnly);
  const { data: choices } = useQuery('followUp:choices', {});
  const [me, setMe] = useMe(choices?.author?.id ?? null);
  const [limit, setLimit] = useState(PAGE);
  const today = localToday();
  const { kind, open } = filters;
  const query = queryOf(filters, { today, me, statuses: statusesOf(kind), limit });
  const { data, error, isLoading } = useQuery('followUp:list', query, { keepPrevious: true });
  const list = useRef<FollowUpListHandle>(null);
  const textField = useRef<HTMLInputElement>(null);
  const [takesFocus, setTakesFocus] = useState(false);
  const title = useRecordTitle(kind, open === REMINDERS ? null : open);
  useBreadcrumb([{ label: t('tab') }]);
  useCommand({
    id: 'filter',
    label: t('filterCommand'),
    keys: 'Ctrl+F',
    run: () => textField.current?.focus(),
  });

  const close = (): void => {
    change({ open: null });
    requestAnimationFrame(() => list.current?.focusRow(open ?? undefined));
  };
  const clear = (): void => {
    change({ ...widened(filters), state: 'all' });
  };

  const body = (
    <div className={classes['page']}>
      <FilterBar
        ref={textField}
        filters={filters}
        counts={data?.counts}
        choices={choices}
        me={me}
        onMe={setMe}
        onChange={change}
        onLeaveText={() => list.current?.focusRow()}
      />
      {error !== null && (
        <div className={classes['note']}>
          <RefusalNote error={error} />
        </div>
      )}
      {data === undefined ? (
        error === null && <LateLoader label={t('loading')} />
      ) : data.rows.length === 0 ? (
        <Nothing filters={filters} all={data.counts.all} onClear={clear} />
      ) : (
        <FollowUpList
          ref={list}
          // Where the list begins anew, so does what is selected in it.
          key={kind}
          filters={filters}
          rows={data.rows}
          groups={data.groups}
          total={data.total}
          isStale={isLoading}
          openId={open}
          isReadOnly={isReadOnly}
          onOpen={(id) => {
            setTakesFocus(true);
            change({ open: id });
          }}
          onMore={limit < MOST ? () => setLimit(Math.min(MOST, limit + PAGE)) : null}
        />
      )}
    </div>
  );

  return (
    <Screen
      title={t('title')}
      isFlush
      actions={
        <Actions
          filters={filters}
          choices={choices}
          query={query}
          isReadOnly={isReadOnly}
          onRemind={() => {
            setTakesFocus(true);
            change({ open: REMINDERS });
          }}
        />
      }
    >
      <Frame>
        <SplitView
          list={body}
          panel={
            open === null
              ? null
              : {
                  id: open,
                  title: open === REMINDERS ? t('remind.title') : title,
                  body:
                    open === REMINDERS ? (
                      <Reminders filters={filters} today={today} isReadOnly={isReadOnly} />
                    ) : (
                      <RecordPanel kind={kind} id={open} isReadOnly={isReadOnly} />
                    ),
                  takesFocus,
                  isInList: open !== REMINDERS,
                  onRemove: null,
                }
          }
          onClose={close}
          onStep={(step) => {
            const rows = data?.rows ?? [];
            const next = rows[rows.findIndex(({ id }) => id === open) + step];
            if (open !== null && next !== undefined) change({ open: next.id });
          }}
        />
      </Frame>
    </Screen>
  );
}

interface NothingProps {
  readonly filters: Filters;
  /** How many there are in any state. */
  readonly all: number;
  readonly onClear: () => void;
}

/** Says why there is nothing: all is done, nothing matches, or nothing was decided yet. */
function Nothing({ filters, all, onClear }: NothingProps) {
  const { t } = useTranslation('followUp');
  const { kind, state } = filters;
  const why =
    all === 0 && !isNarrowed(filters)
      ? 'none'
      : !isNarrowed(filters) && (state === 'late' || state === 'open')
        ? `no.${state}`
        : 'filtered';
  return (
    <EmptyScreen
      icon={IconListCheck}
      title={t(`empty.${kind}.${why}.title`)}
      description={t(`empty.${kind}.${why}.text`)}
      actions={
        why === 'none' ? undefined : (
          <Button variant="default" onClick={onClear}>
            {t('empty.showAll')}
          </Button>
        )
      }
    />
  );
}
