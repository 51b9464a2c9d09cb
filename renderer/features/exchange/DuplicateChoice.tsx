import { Button, Kbd } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ImportDecision } from '#contract/import.channels.ts';
import { EntityIcon } from '#ui/EntityIcon.tsx';

import { likelihood, likeliest } from './decisions.ts';
import classes from './Preview.module.css';
import type { PlanRow } from './use-plan-rows.ts';

interface DuplicateChoiceProps {
  readonly row: PlanRow;
  readonly onDecide: (decision: ImportDecision | null) => void;
}

/** The records, or the row, that a row resembles, and the three things that can be done with it. */
export function DuplicateChoice({ row, onDecide }: DuplicateChoiceProps) {
  const { t } = useTranslation();
  const name = useId();
  const [picked, setPicked] = useState<string | null>(null);
  const { candidates, decision, sameAsRow } = row;
  const chosen = picked ?? likeliest(row);
  const choices = [
    ...(chosen === null
      ? []
      : [{ kind: 'same' as const, decision: { kind: 'update' as const, id: chosen } }]),
    { kind: 'create' as const, decision: { kind: 'create' as const } },
    { kind: 'skip' as const, decision: { kind: 'skip' as const } },
  ];
  const isDecided = (made: ImportDecision): boolean => decision?.kind === made.kind;
  return (
    <div className={classes['choice']} role="group" aria-labelledby={`${name}-title`}>
      <h4 id={`${name}-title`}>{t('exchange:duplicate.title')}</h4>
      {sameAsRow === null ? null : <p>{t('exchange:duplicate.sameAsRow', { row: sameAsRow })}</p>}
      {candidates.map((candidate) => (
        <label key={candidate.id} className={classes['candidate']}>
          <input
            type="radio"
            name={name}
            checked={chosen === candidate.id}
            onChange={() => {
              setPicked(candidate.id);
              if (decision?.kind === 'update') onDecide({ kind: 'update', id: candidate.id });
            }}
          />
          <EntityIcon table={candidate.table} size={17} />
          <span className={classes['candidateWords']}>
            <strong>{candidate.label}</strong>
            {candidate.detail === '' ? null : (
              <span className={classes['quiet']}>{candidate.detail}</span>
            )}
            <span className={classes['reasons']}>
              <span data-likely={likelihood(candidate.score)}>
                {t(`exchange:duplicate.likely.${likelihood(candidate.score)}`)}
              </span>
              {candidate.reasons.map((reason) => (
                <span key={reason}>{reason}</span>
              ))}
            </span>
          </span>
        </label>
      ))}
      <div className={classes['choices']}>
        {choices.map(({ kind, decision: made }) => (
          <Button
            key={kind}
            size="sm"
            variant={isDecided(made) ? 'filled' : 'default'}
            aria-pressed={isDecided(made)}
            rightSection={
              <Kbd size="xs" aria-hidden="true">
                {t(`exchange:duplicate.keys.${kind}`)}
              </Kbd>
            }
            onClick={() => onDecide(isDecided(made) ? null : made)}
          >
            {t(`exchange:duplicate.${kind}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
