import { Checkbox, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { CommitteeMethodView, ScoreSheetRow } from '#contract/committee.channels.ts';
import { reportError } from '#stores/activity.store.ts';
import { inWords } from '#stores/refusal.ts';
import { useQuery } from '#stores/use-query.ts';
import { parseTypedNumber } from '#ui/data-grid/cell-format.ts';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import styles from './Committee.module.css';
import { InPlace } from './InPlace.tsx';
import type { Mark, ScorePlace } from './score-place.ts';
import { writeScore } from './score-place.ts';

type Criterion = CommitteeMethodView['criteria'][number];

interface ScorePanelProps {
  readonly phaseId: string;
  readonly place: ScorePlace;
  readonly criteria: readonly Criterion[];
  readonly isReadOnly: boolean;
}

/** All that one member says of one application: a score, an abstention, a comment per criterion. */
export function ScorePanel({ phaseId, place, criteria, isReadOnly }: ScorePanelProps) {
  const { t } = useTranslation('committeeScreen');
  const { data, error } = useQuery('committee:sheet', {
    phaseId,
    evaluatorId: place.personId,
    applicationId: place.applicationId,
  });
  if (error !== null) return <RefusalNote error={error} />;
  const row = data?.rows[0];
  if (row === undefined) return null;
  return (
    <div className={styles.stack}>
      <div>
        <Text fw={600}>{row.isRecused ? <s>{row.organisationName}</s> : row.organisationName}</Text>
        <Text size="sm" c="dimmed">
          {row.title}
        </Text>
      </div>
      {row.isRecused && (
        <Text size="sm" c="var(--r-warning)">
          {t('scores.recusedText', { member: place.memberName })}
        </Text>
      )}
      {criteria.map((criterion) => {
        const cell = row.cells.find(({ criterionId }) => criterionId === criterion.criterionId);
        return cell === undefined ? null : (
          <CriterionMark
            // Begins anew with what is stored whenever that changes.
            key={`${criterion.criterionId} ${cell.comment ?? ''}`}
            criterion={criterion}
            cell={cell}
            isReadOnly={isReadOnly || row.isRecused}
            onWrite={(mark) => writeScore(phaseId, criterion.criterionId, place, mark)}
          />
        );
      })}
    </div>
  );
}

interface CriterionMarkProps {
  readonly criterion: Criterion;
  readonly cell: ScoreSheetRow['cells'][number];
  readonly isReadOnly: boolean;
  readonly onWrite: (mark: Mark) => Promise<unknown>;
}

function CriterionMark({ criterion, cell, isReadOnly, onWrite }: CriterionMarkProps) {
  const { t } = useTranslation('committeeScreen');
  const { number } = useFormat();
  const { name, scaleMin, scaleMax } = criterion;
  const { value, isAbstention, comment } = cell;
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const scale = t('scores.scale', { min: number(scaleMin), max: number(scaleMax) });
  const isGiven = value !== null || isAbstention;

  function saveComment(): void {
    if (typed === null) return;
    const wanted = typed.trim() === '' ? null : typed.trim();
    if (wanted === comment) {
      setTyped(null);
      return;
    }
    if (!isGiven) {
      setError(t('scores.commentNeedsScore'));
      return;
    }
    setError(null);
    onWrite({ value, isAbstention, comment: wanted }).catch(reportError);
  }

  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.subheading}>{name}</legend>
      <div className={styles.row}>
        <div className={styles.scoreField}>
          <span className={styles.quiet}>{t('scores.score', { scale })}</span>
          <InPlace
            label={`${name} – ${t('scores.score', { scale })}`}
            text={value === null ? '' : number(value)}
            isReadOnly={isReadOnly}
            isFigure
            onSave={async (next) => {
              const score = next === '' ? null : parseTypedNumber(next);
              if (next !== '' && score === null) throw new Error(t('team.notANumber'));
              await inWords(() => onWrite({ value: score, isAbstention: false }));
            }}
          />
        </div>
        <Checkbox
          size="xs"
          label={t('scores.abstains')}
          checked={isAbstention}
          disabled={isReadOnly}
          onChange={({ currentTarget }) => {
            onWrite({ value: null, isAbstention: currentTarget.checked }).catch(reportError);
          }}
        />
      </div>
      <Textarea
        size="xs"
        label={t('scores.comment')}
        autosize
        minRows={1}
        maxRows={8}
        readOnly={isReadOnly}
        error={error}
        value={typed ?? comment ?? ''}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={saveComment}
      />
    </fieldset>
  );
}
