import { ActionIcon, Button, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { CommitteeMethodView } from '#contract/committee.channels.ts';
import type { RecordPatch } from '#domain/registry.ts';
import { reportError } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';
import { inWords } from '#stores/refusal.ts';
import { parseTypedNumber } from '#ui/data-grid/cell-format.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Committee.module.css';
import { InPlace } from './InPlace.tsx';

type Criterion = CommitteeMethodView['criteria'][number];

interface CriteriaProps {
  readonly phaseId: string;
  readonly criteria: readonly Criterion[];
  readonly isReadOnly: boolean;
}

/** What members judge by: each criterion with its weight, its share of the whole, and its scale. */
export function Criteria({ phaseId, criteria, isReadOnly }: CriteriaProps) {
  const { t } = useTranslation('committeeScreen');
  const [addedId, setAddedId] = useState<string | null>(null);

  async function add(): Promise<void> {
    const last = criteria.at(-1);
    try {
      const { id } = await operations.create('criterion', {
        phaseId,
        position: (last?.position ?? 0) + 1,
        name: t('team.newCriterion'),
        weight: 1,
        scaleMin: last?.scaleMin ?? 0,
        scaleMax: last?.scaleMax ?? 5,
      });
      setAddedId(id);
    } catch (thrown) {
      reportError(thrown);
    }
  }

  return (
    <section className={styles.card} aria-labelledby="committee-criteria">
      <h2 id="committee-criteria" className={styles.heading}>
        {t('team.criteria')}
      </h2>
      {criteria.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('team.noCriteria')}
        </Text>
      ) : (
        <table className={styles.criteria} aria-labelledby="committee-criteria">
          <thead>
            <tr>
              <th scope="col">{t('team.criterion')}</th>
              <th scope="col" data-figure>
                {t('team.weight')}
              </th>
              <th scope="col" data-figure>
                {t('team.share')}
              </th>
              <th scope="col" data-figure>
                {t('team.from')}
              </th>
              <th scope="col" data-figure>
                {t('team.to')}
              </th>
              {!isReadOnly && (
                <th scope="col">
                  <span className="r-visually-hidden">{t('team.actions')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {criteria.map((criterion) => (
              <CriterionRow
                key={criterion.criterionId}
                criterion={criterion}
                others={criteria.filter((one) => one !== criterion)}
                isReadOnly={isReadOnly}
                isNew={criterion.criterionId === addedId}
              />
            ))}
          </tbody>
        </table>
      )}
      {!isReadOnly && (
        <Button
          size="xs"
          mt="xs"
          variant={criteria.length === 0 ? 'filled' : 'default'}
          leftSection={<IconPlus size="1rem" aria-hidden />}
          onClick={() => void add()}
        >
          {t('team.addCriterion')}
        </Button>
      )}
    </section>
  );
}

interface CriterionRowProps {
  readonly criterion: Criterion;
  readonly others: readonly Criterion[];
  readonly isReadOnly: boolean;
  readonly isNew: boolean;
}

function CriterionRow({ criterion, others, isReadOnly, isNew }: CriterionRowProps) {
  const { t } = useTranslation('committeeScreen');
  const { number } = useFormat();
  const { criterionId, name, weight, share, scaleMin, scaleMax } = criterion;
  const about = { name };
  const save = (patch: RecordPatch<'criterion'>): Promise<unknown> =>
    inWords(() => operations.update('criterion', criterionId, patch));

  function readWeight(typed: string): number {
    const value = parseTypedNumber(typed);
    if (value === null) throw new Error(t('team.notANumber'));
    if (value < 0) throw new Error(t('team.negative'));
    const sum = others.reduce((all, one) => all + one.weight, value);
    if (sum <= 0) throw new Error(t('team.noWeight'));
    return value;
  }
  function readWhole(typed: string): number {
    const value = parseTypedNumber(typed);
    if (value === null || !Number.isInteger(value)) throw new Error(t('team.notWhole'));
    return value;
  }

  return (
    <tr>
      <th scope="row">
        <InPlace
          label={t('team.nameOf', about)}
          text={name}
          isReadOnly={isReadOnly}
          isFocused={isNew}
          onSave={async (typed) => {
            if (typed === '') throw new Error(t('team.required'));
            await save({ name: typed });
          }}
        />
      </th>
      <td data-figure>
        <InPlace
          label={t('team.weightOf', about)}
          text={number(weight)}
          isReadOnly={isReadOnly}
          isFigure
          onSave={async (typed) => {
            await save({ weight: readWeight(typed) });
          }}
        />
      </td>
      <td data-figure className={styles.share}>
        {share === null
          ? t('none')
          : t('team.percent', { value: number(Math.round(1000 * share) / 10) })}
      </td>
      <td data-figure>
        <InPlace
          label={t('team.fromOf', about)}
          text={number(scaleMin)}
          isReadOnly={isReadOnly}
          isFigure
          onSave={async (typed) => {
            await save({ scaleMin: readWhole(typed) });
          }}
        />
      </td>
      <td data-figure>
        <InPlace
          label={t('team.toOf', about)}
          text={number(scaleMax)}
          isReadOnly={isReadOnly}
          isFigure
          onSave={async (typed) => {
            await save({ scaleMax: readWhole(typed) });
          }}
        />
      </td>
      <td>
        {!isReadOnly && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('team.removeCriterion', about)}
            title={t('team.removeCriterion', about)}
            onClick={() => {
              operations.remove('criterion', [criterionId]).catch(reportError);
            }}
          >
            <IconTrash size="1rem" />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}
