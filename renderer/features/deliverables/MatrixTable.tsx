import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DeliverablesMatrixView } from '#contract/deliverable.channels.ts';

import styles from './Matrix.module.css';
import type { Place } from './matrix-moves.ts';
import { firstPlace, placeAfter, placeKey, slotsIn } from './matrix-moves.ts';
import type { Planned } from './NewDeliverable.tsx';
import { quarterWords } from './quarter-words.ts';
import { SlotButtons } from './SlotButtons.tsx';

export interface MatrixTableProps {
  readonly matrix: DeliverablesMatrixView;
  readonly currentQuarter: string;
  readonly openId: string | null;
  readonly isReadOnly: boolean;
  readonly onOpen: (id: string) => void;
  readonly onPlan: (planned: Planned) => void;
}

/** Sub-groups × quarters; arrows go from place to place, Enter opens what is there or plans it. */
export function MatrixTable(props: MatrixTableProps) {
  const { matrix, currentQuarter, openId, isReadOnly, onOpen, onPlan } = props;
  const { t } = useTranslation('deliverables');
  const [chosen, setChosen] = useState<Place | null>(null);
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (openId === null) return;
    const shown = table.current?.querySelector('[data-open]');
    shown?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [openId]);
  const { rows, quarters } = matrix;
  const isThere = chosen !== null && slotsIn(rows, chosen.row, chosen.quarter) > chosen.slot;
  const current = isThere ? chosen : firstPlace(rows);
  const currentKey = current === null ? null : placeKey(current);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || current === null) return;
    const next = placeAfter(rows, current, event.key);
    if (next === null) return;
    event.preventDefault();
    setChosen(next);
    const place = `[data-place="${placeKey(next)}"]`;
    table.current?.querySelector<HTMLElement>(place)?.focus();
  }

  return (
    <div className={styles.scroll}>
      {/* The widgets within have the keyboard; arrows reach the table from them. */}
      <table
        ref={table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        className={styles.table}
        aria-label={t('matrix.name')}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {t('matrix.subGroup')}
            </th>
            {quarters.map((quarter) => (
              <th
                key={quarter}
                scope="col"
                className={styles.quarter}
                data-current={quarter === currentQuarter || undefined}
                aria-current={quarter === currentQuarter ? 'date' : undefined}
              >
                {quarterWords(t, quarter)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ subGroupId, name, cells }, row) => {
            const body = subGroupId === null ? t('matrix.ofGroup') : name;
            return (
              <tr key={subGroupId ?? 'group'}>
                <th scope="row" className={styles.body}>
                  {body}
                </th>
                {cells.map((cell, quarter) => {
                  const names = cell.rapporteurs.map(({ label }) => label).join(', ');
                  return (
                    <td
                      key={cell.quarter}
                      className={styles.cell}
                      data-current={cell.quarter === currentQuarter || undefined}
                    >
                      {slotsIn(rows, row, quarter) === 0 ? (
                        <span className={styles.closed} title={t('matrix.closed')}>
                          {t('matrix.noRapporteurShort')}
                          <span className="r-visually-hidden">{t('matrix.closed')}</span>
                        </span>
                      ) : (
                        <div className={styles.inside}>
                          <p className={styles.who} title={names === '' ? undefined : names}>
                            <span className="r-visually-hidden">
                              {names === ''
                                ? t('matrix.noRapporteur')
                                : t('matrix.rapporteurs', { names })}
                            </span>
                            <span aria-hidden="true">
                              {names === '' ? t('matrix.noRapporteur') : names}
                            </span>
                          </p>
                          {cell.slots.map((slot, index) => {
                            const place = { row, quarter, slot: index };
                            const key = placeKey(place);
                            return (
                              <SlotButtons
                                key={slot.kind}
                                slot={slot}
                                place={key}
                                words={{ subGroup: body, quarter: quarterWords(t, cell.quarter) }}
                                isCurrent={key === currentKey}
                                isReadOnly={isReadOnly}
                                openId={openId}
                                onFocus={() => setChosen(place)}
                                onOpen={onOpen}
                                onPlan={() =>
                                  onPlan({
                                    subGroupId,
                                    subGroupName: body,
                                    kind: slot.kind,
                                    quarter: cell.quarter,
                                  })
                                }
                              />
                            );
                          })}
                        </div>
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
