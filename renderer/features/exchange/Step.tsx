import { IconAlertTriangle, IconCheck, IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import classes from './Import.module.css';
import type { StepName } from './import-state.ts';
import { stepNames } from './import-state.ts';
import { importActions, useImport } from './import.store.ts';

export type StepState = 'waiting' | 'current' | 'done' | 'problem';

interface StepProps {
  readonly name: StepName;
  readonly state: StepState;
  /** What was chosen here, in a line; while waiting, what is waited for. */
  readonly summary: ReactNode;
  /** Folded until the person says otherwise. */
  readonly isFoldedAtFirst?: boolean;
  readonly children: ReactNode;
}

/** One of the four steps: a heading that says where it stands, and folds what is below it. */
export function Step({ name, state, summary, isFoldedAtFirst = false, children }: StepProps) {
  const { t } = useTranslation();
  const id = useId();
  const fold = useImport(({ folds }) => folds[name]);
  const isWaiting = state === 'waiting';
  const isOpen = !isWaiting && !(fold ?? isFoldedAtFirst);
  const title = (
    <>
      <span className={classes['mark']} aria-hidden="true">
        {state === 'done' ? <IconCheck size={17} stroke={2.4} /> : null}
        {state === 'problem' ? <IconAlertTriangle size={17} stroke={2} /> : null}
        {state === 'done' || state === 'problem' ? null : stepNames.indexOf(name) + 1}
      </span>
      {t(`exchange:step.${name}`)}
      <span className="r-visually-hidden">, {t(`exchange:step.${state}`)}</span>
    </>
  );
  return (
    <section
      className={classes['step']}
      data-state={state}
      data-step={name}
      aria-labelledby={`${id}-title`}
    >
      <div className={classes['stepHead']}>
        <h2 id={`${id}-title`}>
          {isWaiting ? (
            <span className={classes['stepTitle']}>{title}</span>
          ) : (
            <button
              type="button"
              className={classes['stepTitle']}
              aria-expanded={isOpen}
              aria-controls={`${id}-body`}
              onClick={() => importActions.fold(name, isOpen)}
            >
              {title}
              <IconChevronDown
                className={classes['chevron']}
                size={18}
                stroke={1.8}
                aria-hidden="true"
              />
            </button>
          )}
        </h2>
        <p className={classes['summary']}>{summary}</p>
      </div>
      <div id={`${id}-body`} className={classes['stepBody']} hidden={!isOpen}>
        {isOpen ? children : null}
      </div>
    </section>
  );
}
