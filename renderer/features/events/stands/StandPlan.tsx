import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { StandView } from '#contract/event.channels.ts';

import { doWrite } from '../do-write.ts';
import classes from '../Events.module.css';

interface Place {
  readonly row: number;
  readonly column: number;
}

export interface StandPlanProps {
  readonly stands: readonly StandView[];
  readonly columns: number;
  readonly isReadOnly: boolean;
  /** The stand about to be put somewhere. */
  readonly picked: string | null;
  readonly onPick: (id: string | null) => void;
}

const ARROWS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * The room as rows and columns. A stand is dragged to its place; by keyboard, Enter takes it, arrows go
 * elsewhere, Enter puts it down, Delete takes it off the plan. One that stands there changes place.
 */
export function StandPlan({ stands, columns, isReadOnly, picked, onPick }: StandPlanProps) {
  const { t } = useTranslation('eventsScreen');
  const table = useRef<HTMLTableElement>(null);
  const [focus, setFocus] = useState<Place>({ row: 1, column: 1 });
  const [over, setOver] = useState<string | null>(null);
  const rows = Math.max(3, 1 + Math.max(0, ...stands.map(({ planRow }) => planRow ?? 0)));
  const standAt = ({ row, column }: Place): StandView | undefined =>
    stands.find((stand) => stand.planRow === row && stand.planColumn === column);
  const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

  function put(standId: string, at: Place): void {
    const stand = stands.find(({ id }) => id === standId);
    onPick(null);
    if (stand === undefined || (stand.planRow === at.row && stand.planColumn === at.column)) return;
    void doWrite('events:placeStand', { standId, at });
  }

  function goTo({ row, column }: Place): void {
    const next = {
      row: Math.max(1, Math.min(rows, row)),
      column: Math.max(1, Math.min(columns, column)),
    };
    setFocus(next);
    table.current?.querySelector<HTMLElement>(`[data-place="${next.row}:${next.column}"]`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent, at: Place): void {
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) {
      event.preventDefault();
      const next = { row: at.row + arrow[0], column: at.column + arrow[1] };
      const own = standAt(at);
      const isInside =
        next.row >= 1 && next.row <= rows && next.column >= 1 && next.column <= columns;
      if (event.altKey && own !== undefined && isInside && !isReadOnly) put(own.id, next);
      goTo(next);
    }
    const own = standAt(at);
    if (event.key === 'Delete' && own !== undefined && !isReadOnly) {
      event.preventDefault();
      void doWrite('events:placeStand', { standId: own.id, at: null });
    }
    if (event.key === 'Escape' && picked !== null) {
      event.stopPropagation();
      event.preventDefault();
      onPick(null);
    }
  }

  return (
    <div className={classes['scroll']}>
      {/* A grid whose keys are its cells’. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table className={classes['plan']} ref={table} role="grid" aria-label={t('stands.plan')}>
        <tbody>
          {range(rows).map((row) => (
            <tr key={row}>
              {range(columns).map((column) => {
                const at = { row, column };
                const key = `${row}:${column}`;
                const stand = standAt(at);
                const isFocus = focus.row === row && focus.column === column;
                return (
                  <td key={column}>
                    <button
                      type="button"
                      className={classes['place']}
                      data-place={key}
                      data-taken={stand !== undefined || undefined}
                      data-picked={(stand !== undefined && stand.id === picked) || undefined}
                      data-over={over === key || undefined}
                      tabIndex={isFocus ? 0 : -1}
                      aria-label={
                        stand === undefined
                          ? t('stands.free', at)
                          : t('stands.taken', {
                              ...at,
                              number: stand.number ?? '',
                              name: stand.organisationName,
                            })
                      }
                      draggable={stand !== undefined && !isReadOnly}
                      onDragStart={(event) => {
                        if (stand === undefined) return;
                        event.dataTransfer.effectAllowed = 'move';
                        event.dataTransfer.setData('text/plain', stand.id);
                        onPick(stand.id);
                      }}
                      onDragEnd={() => {
                        setOver(null);
                        onPick(null);
                      }}
                      onDragOver={(event) => {
                        if (picked === null) return;
                        event.preventDefault();
                        setOver(key);
                      }}
                      onDrop={(event) => {
                        event.preventDefault();
                        setOver(null);
                        if (picked !== null) put(picked, at);
                      }}
                      onFocus={() => setFocus(at)}
                      onKeyDown={(event) => onKeyDown(event, at)}
                      onClick={() => {
                        if (isReadOnly) return;
                        if (picked !== null) put(picked, at);
                        else if (stand !== undefined) onPick(stand.id);
                      }}
                    >
                      {stand !== undefined && (
                        <>
                          <strong>{stand.number ?? '–'}</strong>
                          <span>{stand.organisationName}</span>
                        </>
                      )}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
