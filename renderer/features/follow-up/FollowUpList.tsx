import { Button, Text } from '@mantine/core';
import type { KeyboardEvent, Ref } from 'react';
import { useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import type { FollowUpRow as Row } from '#contract/follow-up.channels.ts';
import { useFormat } from '#ui/format.ts';

import type { Filters } from './filters.ts';
import classes from './FollowUp.module.css';
import type { EditedCell } from './FollowUpRow.tsx';
import { FollowUpRow } from './FollowUpRow.tsx';
import { groupsOf, meetingName } from './groups.ts';
import { KeyHints } from './KeyHints.tsx';
import { statusesOf } from './statuses.ts';
import { changeAction, setStatus } from './writes.ts';

export interface FollowUpListHandle {
  /** Puts the keyboard on a row, or where it was. */
  focusRow(id?: string): void;
}

export interface FollowUpListProps {
  readonly ref?: Ref<FollowUpListHandle>;
  readonly filters: Filters;
  readonly rows: readonly Row[];
  readonly groups: ChannelOutput<'followUp:list'>['groups'];
  readonly total: number;
  /** Whether the rows are those of an earlier question, while this one is asked. */
  readonly isStale: boolean;
  readonly openId: string | null;
  readonly isReadOnly: boolean;
  readonly onOpen: (id: string) => void;
  /** Asks for more rows; null when no more can be shown. */
  readonly onMore: (() => void) | null;
}

/** How long after `g` a letter still names a screen: it then belongs to the window. */
const SEQUENCE_MS = 1500;

/** What was decided, a line each: gone through with the arrows, changed with one key or the mouse. */
export function FollowUpList(props: FollowUpListProps) {
  const { filters, rows, isReadOnly, onOpen } = props;
  const { kind } = filters;
  const { t } = useTranslation('followUp');
  const format = useFormat();
  const grid = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<{ readonly id: string | null; readonly at: number }>({
    id: null,
    at: 0,
  });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [edited, setEdited] = useState<{ readonly id: string; readonly cell: EditedCell } | null>(
    null,
  );
  const leaderAt = useRef(Number.NEGATIVE_INFINITY);
  const wantsFocus = useRef(false);
  const hadFocus = useRef(false);

  // The row that had the keyboard may be gone, now that it is done: the one in its place has it.
  const found = rows.findIndex(({ id }) => id === cursor.id);
  const at = found >= 0 ? found : Math.min(cursor.at, rows.length - 1);
  const current = rows[at];
  const marked = rows.filter(({ id }) => selected.has(id)).map(({ id }) => id);

  useLayoutEffect(() => {
    if (!wantsFocus.current || current === undefined) return;
    wantsFocus.current = false;
    rowOf(current.id)?.focus();
  });
  useLayoutEffect(() => {
    // A row that left its place, or the list, took the keyboard with it.
    if (hadFocus.current && isNowhere() && current !== undefined) rowOf(current.id)?.focus();
    // oxlint-disable-next-line react/exhaustive-deps -- only when there are other rows
  }, [rows]);

  function rowOf(id: string): HTMLElement | null {
    return grid.current?.querySelector<HTMLElement>(`[data-row-id="${CSS.escape(id)}"]`) ?? null;
  }

  function go(index: number): void {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row === undefined) return;
    wantsFocus.current = true;
    setCursor({ id: row.id, at: rows.indexOf(row) });
  }

  useImperativeHandle(props.ref, () => ({
    focusRow(id) {
      const wanted = id === undefined ? at : rows.findIndex((row) => row.id === id);
      go(wanted < 0 ? at : wanted);
    },
  }));

  function backTo(id: string): void {
    setEdited(null);
    wantsFocus.current = true;
    setCursor({ id, at: rows.findIndex((row) => row.id === id) });
  }

  function toggle(id: string): void {
    setSelected((known) => {
      const next = new Set(known);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  /** Those that a change is for: all that are selected, else the one given. */
  function changeStatus(row: Row, status: string): void {
    const ids = marked.length > 0 && selected.has(row.id) ? marked : [row.id];
    setCursor({ id: row.id, at: rows.indexOf(row) });
    setSelected(new Set());
    void setStatus(kind, ids, status);
  }

  /** What a letter does to a row; false when it means nothing here. */
  function onLetter(key: string, row: Row): boolean {
    if (isReadOnly) return false;
    const status = statusesOf(kind).find((one) => t(`key.${kind}.${one}`) === key);
    if (status !== undefined) changeStatus(row, status);
    else if (kind === 'actions' && key === t('key.due')) setEdited({ id: row.id, cell: 'due' });
    else if (kind === 'actions' && key === t('key.who')) setEdited({ id: row.id, cell: 'who' });
    else return false;
    return true;
  }

  function onPlainKey(event: KeyboardEvent, row: Row): boolean {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
      PageDown: at + 10,
      PageUp: at - 10,
    };
    const next = steps[event.key];
    if (next !== undefined) go(next);
    else if (event.key === 'Enter') onOpen(row.id);
    else if (event.key === ' ') toggle(row.id);
    else if (event.key === 'Escape' && marked.length > 0) setSelected(new Set());
    else return event.key.length === 1 && onLetter(event.key.toLowerCase(), row);
    return true;
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isRow =
      event.target instanceof HTMLElement && event.target.dataset['rowId'] !== undefined;
    if (!isRow || current === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const isLed = event.timeStamp - leaderAt.current < SEQUENCE_MS;
    leaderAt.current = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
    if (isLed || event.key === 'g') return;
    if (onPlainKey(event, current)) event.preventDefault();
  }

  return (
    <div className={classes['listArea']}>
      <div
        ref={grid}
        role="grid"
        aria-label={t(`kind.${kind}`)}
        aria-rowcount={props.total}
        aria-multiselectable
        aria-busy={props.isStale}
        aria-readonly={isReadOnly || undefined}
        tabIndex={-1}
        className={classes['grid']}
        data-kind={kind}
        onKeyDown={onKeyDown}
        onFocus={() => {
          hadFocus.current = true;
        }}
        onBlur={({ relatedTarget, currentTarget }) => {
          // With nowhere to go to, it was taken away rather than given up.
          if (relatedTarget !== null) hadFocus.current = currentTarget.contains(relatedTarget);
        }}
      >
        {groupsOf(rows, filters.by, kind).map(({ key, rows: some }) => {
          const [first] = some;
          const count = props.groups.find((group) => group.key === key);
          const name = first === undefined ? '' : groupName(first, filters, t, format);
          return (
            <div key={key ?? ''} role="rowgroup" className={classes['group']}>
              {filters.by !== 'none' && count !== undefined && (
                <div role="row" className={classes['groupHead']}>
                  <div role="columnheader" aria-colspan={4}>
                    <span className={classes['groupName']}>{name}</span>
                    <span className={classes['groupCount']}>
                      {t(`${kind}.count`, { count: count.count, n: format.number(count.count) })}
                      {count.late > 0 && (
                        <span className={classes['late']}>
                          {' · '}
                          {t('lateCount', { count: count.late, n: format.number(count.late) })}
                        </span>
                      )}
                    </span>
                  </div>
                </div>
              )}
              {some.map((row) => (
                <FollowUpRow
                  key={row.id}
                  row={row}
                  kind={kind}
                  by={filters.by}
                  isCurrent={row.id === current?.id}
                  isSelected={selected.has(row.id)}
                  isOpen={row.id === props.openId}
                  isReadOnly={isReadOnly}
                  edited={edited?.id === row.id ? edited.cell : null}
                  onPoint={() => {
                    setCursor({ id: row.id, at: rows.indexOf(row) });
                    if (props.openId !== null && props.openId !== 'reminders') onOpen(row.id);
                  }}
                  onOpen={() => {
                    setCursor({ id: row.id, at: rows.indexOf(row) });
                    onOpen(row.id);
                  }}
                  onToggle={() => {
                    toggle(row.id);
                  }}
                  onStatus={(status) => {
                    changeStatus(row, status);
                    wantsFocus.current = true;
                  }}
                  onEdit={(cell) => {
                    setCursor({ id: row.id, at: rows.indexOf(row) });
                    setEdited(cell === null ? null : { id: row.id, cell });
                  }}
                  onEdited={() => {
                    backTo(row.id);
                  }}
                  onChange={(patch) => {
                    void changeAction(row, patch);
                  }}
                />
              ))}
            </div>
          );
        })}
      </div>
      {rows.length < props.total && (
        <div className={classes['more']}>
          <Text size="sm" c="dimmed">
            {t('shown', { shown: format.number(rows.length), total: format.number(props.total) })}
          </Text>
          {props.onMore !== null && (
            <Button size="compact-sm" variant="default" onClick={props.onMore}>
              {t('more')}
            </Button>
          )}
        </div>
      )}
      <KeyHints kind={kind} selected={marked.length} isReadOnly={isReadOnly} />
    </div>
  );
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** What the rows of a group have in common, in words. */
function groupName(
  row: Row,
  { by }: Filters,
  t: (key: string) => string,
  format: ReturnType<typeof useFormat>,
): string {
  if (by === 'subGroup') return row.subGroupName ?? t('wholeGroup');
  if (by === 'meeting') return meetingName(row, format) ?? t('noMeeting');
  return row.responsiblePersonName ?? row.responsibleOrganisationName ?? t('nobody');
}
