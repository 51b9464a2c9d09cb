import { Button, Checkbox, Group, Menu } from '@mantine/core';
import { IconArrowsMove } from '@tabler/icons-react';
import type { DragEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SelectionColumn } from '#contract/selection.channels.ts';
import { useQuery } from '#stores/use-query.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { SplitView } from '#ui/record-form/SplitView.tsx';

import { ApplicationPanel } from './ApplicationPanel.tsx';
import styles from './Board.module.css';
import { Column, useColumnName } from './Column.tsx';
import { Compare } from './Compare.tsx';
import { FilterBar } from './FilterBar.tsx';
import { MovePanel } from './MovePanel.tsx';
import { PhaseStrip } from './PhaseStrip.tsx';
import { Problems } from './Problems.tsx';
import { ReleaseButton } from './ReleaseButton.tsx';
import type { SelectionPanelProps } from './SelectionScreen.tsx';
import { columnsOf, useBoard } from './use-board.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useMoves } from './use-moves.ts';
import { useSelected } from './use-selected.ts';

/** A phase as columns of cards: to be judged, kept, refused; cards are moved by drag, menu or key. */
export function Board({ callId, isReadOnly, openId, go }: SelectionPanelProps) {
  const { t } = useTranslation('selection');
  const { board, error, phase, filters, withScores, ...set } = useBoard(callId);
  const { data: sheet } = useQuery('selection:call', { id: callId });
  const columns = board === undefined || phase === null ? [] : columnsOf(phase, board.columns);
  const { selected, select, selectMany, clear } = useSelected(columns);
  const moves = useMoves(clear);
  const nameOf = useColumnName();
  const dragged = useRef<readonly string[]>([]);
  const [isDragging, setDragging] = useState(false);
  const [isComparing, setComparing] = useState(false);
  const canPut = (column: SelectionColumn): boolean =>
    column.kind === 'pending' || (column.kind === 'decided' && column.phaseId === phase?.id);
  const put = (ids: readonly string[], column: SelectionColumn, isShownFirst = false): void => {
    if (phase !== null && canPut(column)) {
      void moves.begin(phase.id, ids, column.outcome, isShownFirst);
    }
  };
  const frame = useRef<HTMLDivElement>(null);
  const keys = useBoardKeys(frame, columns, {
    selected,
    onOpen: go,
    onSelect: select,
    onPut: (id, column) => put(selected.has(id) ? [...selected] : [id], column),
  });

  if (error !== null && board === undefined) return <RefusalNote error={error} />;
  if (board === undefined || phase === null) {
    return board === undefined ? null : <Problems problems={board.problems} phases={[]} />;
  }
  if (isComparing && selected.size > 1) {
    return <Compare ids={[...selected].slice(0, 4)} onClose={() => setComparing(false)} />;
  }
  const panelOf = () => {
    if (moves.pending !== null) {
      const { outcome, ids } = moves.pending;
      const to = nameOf({ kind: outcome === null ? 'pending' : 'decided', outcome });
      return {
        id: `move:${outcome ?? 'pending'}`,
        title: t('move.title', { count: ids.length, n: ids.length, to }),
        takesFocus: false,
        isInList: false,
        onRemove: null,
        body: (
          <MovePanel
            key={`${outcome ?? ''}:${ids.join()}`}
            move={moves.pending}
            reasons={sheet?.exclusionReasons ?? []}
            onDone={moves.done}
            onLeave={moves.leave}
          />
        ),
      };
    }
    if (openId === null) return null;
    const card = columns.flatMap(({ cards }) => cards).find(({ id }) => id === openId);
    return {
      id: openId,
      title: card?.organisationName ?? t('response'),
      takesFocus: true,
      isInList: true,
      onRemove: null,
      body: <ApplicationPanel id={openId} callId={callId} isReadOnly={isReadOnly} />,
    };
  };

  const onDragStart = (event: DragEvent, id: string): void => {
    dragged.current = selected.has(id) ? [...selected] : [id];
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', '');
    setDragging(true);
  };
  const list = (
    <div className={styles.frame} onDragEnd={() => setDragging(false)}>
      <PhaseStrip phases={board.phases} chosenId={phase.id} onChoose={set.choosePhase} />
      <Problems problems={board.problems} phases={board.phases} />
      <Group gap="xs" className={styles.bar ?? ''}>
        <FilterBar
          facets={board.facets}
          count={board.count}
          total={board.total}
          filters={filters}
          onChange={set.setFilters}
        />
        <Group gap="xs" ml="auto">
          {phase.kind === 'committee' && (
            <Checkbox
              size="xs"
              label={t('withScores')}
              checked={withScores}
              onChange={({ currentTarget }) => set.setWithScores(currentTarget.checked)}
            />
          )}
          {selected.size > 0 && !isReadOnly && (
            <>
              {selected.size > 1 && selected.size <= 4 && (
                <Button size="xs" variant="default" onClick={() => setComparing(true)}>
                  {t('compare.action', { count: selected.size, n: selected.size })}
                </Button>
              )}
              <Menu position="bottom-end" withinPortal>
                <Menu.Target>
                  <Button size="xs" leftSection={<IconArrowsMove size="1rem" aria-hidden />}>
                    {t('move.many', { count: selected.size, n: selected.size })}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {[null, ...phase.outcomes].map((outcome) => (
                    <Menu.Item
                      key={outcome ?? 'pending'}
                      onClick={() => void moves.begin(phase.id, [...selected], outcome, true)}
                    >
                      {nameOf({ kind: outcome === null ? 'pending' : 'decided', outcome })}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
              <Button size="xs" variant="subtle" onClick={clear}>
                {t('deselect')}
              </Button>
            </>
          )}
          {!isReadOnly && <ReleaseButton phase={phase} />}
        </Group>
      </Group>
      {/* Arrows reach the board from the cards, which have the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.board} ref={frame} onKeyDown={keys.onKeyDown}>
        {columns.map((column) => (
          <Column
            key={column.key}
            callId={callId}
            column={column}
            filters={filters}
            withScores={withScores}
            isReadOnly={isReadOnly}
            openId={openId}
            currentId={keys.currentIn(column)}
            selected={selected}
            takes={isDragging && canPut(column)}
            onOpen={go}
            onSelect={select}
            onSelectMany={selectMany}
            onDragStart={onDragStart}
            onDrop={(to) => put(dragged.current, to)}
          />
        ))}
      </div>
    </div>
  );
  return (
    <SplitView
      list={list}
      panel={panelOf()}
      onClose={() => (moves.pending === null ? go(null) : moves.leave())}
      onStep={(step) => {
        const next = keys.beside(openId, step);
        if (next !== null) go(next);
      }}
    />
  );
}
