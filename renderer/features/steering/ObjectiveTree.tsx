import type { KeyboardEvent, Ref } from 'react';
import { useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ObjectiveView } from '#contract/steering.views.ts';

import { doWrite } from './do-write.ts';
import { bodiesOf, branchesOf, newParent, sistersOf } from './objective-moves.ts';
import styles from './Objectives.module.css';
import { Sisters } from './Sisters.tsx';

export interface ObjectiveTreeHandle {
  /** Puts the keyboard on an objective, or where it was. */
  focusRow(id?: string): void;
}

/** What may be asked for an objective beside its record. */
export type Deed = 'split' | 'close' | 'carry';

interface ObjectiveTreeProps {
  readonly ref?: Ref<ObjectiveTreeHandle>;
  readonly objectives: readonly ObjectiveView[];
  readonly openId: string | null;
  readonly isReadOnly: boolean;
  readonly onOpen: (id: string, takesFocus: boolean) => void;
  readonly onDeed: (objective: ObjectiveView, deed: Deed) => void;
}

const DEEDS: readonly Deed[] = ['split', 'close', 'carry'];

/** How long after `g` a letter still names a screen: it then belongs to the window. */
const SEQUENCE_MS = 1500;

/** A year's objectives as a tree: gone through and put in order with the arrows, changed by a key. */
export function ObjectiveTree(props: ObjectiveTreeProps) {
  const { ref, objectives, openId, isReadOnly, onOpen } = props;
  const { t } = useTranslation('steering');
  const grid = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<{ readonly id: string | null; readonly at: number }>({
    id: null,
    at: 0,
  });
  const [said, setSaid] = useState('');
  const wantsFocus = useRef(false);
  const leaderAt = useRef(Number.NEGATIVE_INFINITY);
  const found = objectives.findIndex(({ id }) => id === cursor.id);
  const at = found >= 0 ? found : Math.min(cursor.at, objectives.length - 1);
  const current = objectives[at];

  useLayoutEffect(() => {
    if (!wantsFocus.current || current === undefined) return;
    wantsFocus.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-row-id="${CSS.escape(current.id)}"]`)?.focus();
  });

  function go(index: number): void {
    const next = objectives[Math.max(0, Math.min(objectives.length - 1, index))];
    if (next === undefined) return;
    wantsFocus.current = true;
    setCursor({ id: next.id, at: objectives.indexOf(next) });
    if (openId !== null) onOpen(next.id, false);
  }

  useImperativeHandle(ref, () => ({
    focusRow(id) {
      const wanted = id === undefined ? at : objectives.findIndex((one) => one.id === id);
      const next = objectives[wanted < 0 ? at : wanted];
      if (next === undefined) return;
      wantsFocus.current = true;
      setCursor({ id: next.id, at: objectives.indexOf(next) });
    },
  }));

  function reorder(objective: ObjectiveView, by: -1 | 1): void {
    const sisters = sistersOf(objectives, objective);
    const place = sisters.findIndex(({ id }) => id === objective.id);
    if (place < 0 || sisters[place + by] === undefined) return;
    const ids = sisters.map(({ id }) => id).filter((id) => id !== objective.id);
    ids.splice(place + by, 0, objective.id);
    wantsFocus.current = true;
    void doWrite('steering:orderObjectives', { ids });
    setSaid(t('objectives.moved', { title: objective.title, place: place + by + 1 }));
  }

  function indent(objective: ObjectiveView, step: 'in' | 'out'): void {
    const parentId = newParent(objectives, objective, step);
    if (parentId === undefined) return;
    wantsFocus.current = true;
    void doWrite('steering:moveObjective', { id: objective.id, parentId });
    setSaid(t(`objectives.${step}`, { title: objective.title }));
  }

  function onAltKey(key: string, objective: ObjectiveView): boolean {
    if (isReadOnly || objective.state === 'restated') return false;
    if (key === 'ArrowUp' || key === 'ArrowDown') reorder(objective, key === 'ArrowUp' ? -1 : 1);
    else if (key === 'ArrowLeft' || key === 'ArrowRight') {
      indent(objective, key === 'ArrowLeft' ? 'out' : 'in');
    } else return false;
    return true;
  }

  function onPlainKey(key: string, objective: ObjectiveView): boolean {
    const parent = objectives.findIndex(({ id }) => id === objective.parentId);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: parent < 0 ? at : parent,
      ArrowRight: objectives[at + 1]?.parentId === objective.id ? at + 1 : at,
      Home: 0,
      End: objectives.length - 1,
      PageDown: at + 10,
      PageUp: at - 10,
    };
    const next = steps[key];
    const deed = DEEDS.find((one) => t(`key.${one}`) === key.toLowerCase());
    if (next !== undefined) go(next);
    else if (key === 'Enter') onOpen(objective.id, true);
    else if (deed !== undefined && !isReadOnly) props.onDeed(objective, deed);
    else return false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isRow =
      event.target instanceof HTMLElement && event.target.dataset['rowId'] !== undefined;
    if (!isRow || current === undefined || event.ctrlKey || event.metaKey) return;
    const isLed = event.timeStamp - leaderAt.current < SEQUENCE_MS;
    leaderAt.current = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
    if (isLed || event.key === 'g') return;
    const isDone = event.altKey ? onAltKey(event.key, current) : onPlainKey(event.key, current);
    if (isDone) event.preventDefault();
  }

  const bodies = bodiesOf(branchesOf(objectives));
  return (
    <>
      <div
        ref={grid}
        role="treegrid"
        aria-label={t('tab.objectives')}
        aria-readonly={isReadOnly || undefined}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const { rowId } = event.target.dataset;
          const index = objectives.findIndex(({ id }) => id === rowId);
          if (index >= 0) setCursor({ id: rowId ?? null, at: index });
        }}
      >
        {bodies.map(({ subGroup, branches }) => (
          <div key={subGroup?.id ?? ''} role="rowgroup">
            {(subGroup !== null || bodies.length > 1) && (
              <div role="row" className={styles['body']}>
                <div role="columnheader" aria-colspan={3}>
                  {subGroup?.label ?? t('objectives.wholeGroup')}
                </div>
              </div>
            )}
            <Sisters
              branches={branches}
              currentId={current?.id ?? null}
              openId={openId}
              isReadOnly={isReadOnly}
              onOpen={(id) => onOpen(id, false)}
            />
          </div>
        ))}
      </div>
      <div className="r-visually-hidden" aria-live="polite">
        {said}
      </div>
    </>
  );
}
