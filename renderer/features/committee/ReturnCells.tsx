import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ReturnCellView, ReturnsView } from '#contract/committee.channels.ts';
import type { ChannelInput } from '#contract/channels.ts';
import { call } from '#api/client.ts';
import { reportError } from '#stores/activity.store.ts';
import { askAgain } from '#stores/data.store.ts';
import { useQuery } from '#stores/use-query.ts';

import styles from './Committee.module.css';

type Fate = ReturnCellView['fate'];
type Choice = ChannelInput<'committee:decideReturns'>['choice'];

interface ReturnCellsProps {
  readonly id: string;
  readonly counts: ReturnsView['counts'];
}

const STEP = 100;

/** The cells that files bring: those that differ wait for a choice, problems are told one by one. */
export function ReturnCells({ id, counts }: ReturnCellsProps) {
  const { t } = useTranslation('committeeScreen');
  const fates = (['differs', 'refused', 'new', 'kept'] as const).filter((fate) => counts[fate] > 0);
  const [wanted, setWanted] = useState<Fate | 'all' | null>(null);
  const [limit, setLimit] = useState(STEP);
  const fate = wanted ?? fates[0] ?? 'all';
  const request = { id, fate: fate === 'all' ? null : fate, limit: Math.min(limit, 500) };
  const { data } = useQuery('committee:returnCells', request, { keepPrevious: true });
  const cells = data?.cells ?? [];
  const total = data?.total ?? 0;

  const decide = (which: 'all' | readonly string[], choice: Choice): void => {
    const request: ChannelInput<'committee:decideReturns'> = {
      id,
      cells: which === 'all' ? 'all' : [...which],
      choice,
    };
    call('committee:decideReturns', request).then(() => {
      askAgain('committee:returns');
      askAgain('committee:returnCells');
    }, reportError);
  };

  return (
    <section className={styles.card}>
      <Group justify="space-between" gap="xs" mb="xs">
        <SegmentedControl
          size="xs"
          aria-label={t('returns.show')}
          value={fate}
          data={[
            ...fates.map((value) => ({
              value,
              label: t(`returns.fate.${value}`, { count: counts[value] }),
            })),
            { value: 'all', label: t('returns.fate.all') },
          ]}
          onChange={(next) => {
            setWanted(next);
            setLimit(STEP);
          }}
        />
        {counts.differs > 0 && (
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => decide('all', 'stored')}>
              {t('returns.keepAll')}
            </Button>
            <Button size="xs" variant="default" onClick={() => decide('all', 'offered')}>
              {t('returns.replaceAll')}
            </Button>
          </Group>
        )}
      </Group>
      {cells.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('returns.nothing')}
        </Text>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('returns.member')}</th>
              <th scope="col">{t('returns.application')}</th>
              <th scope="col">{t('returns.criterion')}</th>
              <th scope="col">{t('returns.stored')}</th>
              <th scope="col">{t('returns.offered')}</th>
              <th scope="col">{t('returns.choice')}</th>
            </tr>
          </thead>
          <tbody>
            {cells.map((cell) => (
              <CellRow
                key={cell.key}
                cell={cell}
                onChoose={(choice) => decide([cell.key], choice)}
              />
            ))}
          </tbody>
        </table>
      )}
      {total > cells.length && limit < 500 && (
        <Button size="xs" mt="xs" variant="default" onClick={() => setLimit(limit + STEP)}>
          {t('returns.more', { count: total - cells.length })}
        </Button>
      )}
    </section>
  );
}

interface CellRowProps {
  readonly cell: ReturnCellView;
  readonly onChoose: (choice: Choice) => void;
}

function CellRow({ cell, onChoose }: CellRowProps) {
  const { t } = useTranslation('committeeScreen');
  const { memberName, number, title, criterionName, stored, offers, problems, fate } = cell;
  return (
    <tr>
      <td>{memberName}</td>
      <td>
        {t('who', { number, name: title })}
        {cell.isAltered && <span className={styles.warn}> · {t('returns.altered')}</span>}
      </td>
      <td>{criterionName}</td>
      <td>{stored ?? <span className={styles.quiet}>{t('none')}</span>}</td>
      <td>
        {offers.map(({ file, said, place }) => (
          <div key={`${file} ${place}`}>
            {said} <span className={styles.quiet}>{place}</span>
          </div>
        ))}
        {problems.map(({ file, message, place }) => (
          <div key={`${file} ${place} ${message}`} className={styles.bad}>
            {message} <span className={styles.quiet}>{place}</span>
          </div>
        ))}
      </td>
      <td>
        {fate === 'differs' ? (
          <SegmentedControl
            size="xs"
            aria-label={t('returns.choiceOf', {
              member: memberName,
              number,
              criterion: criterionName,
            })}
            value={cell.choice === null ? '' : String(cell.choice)}
            data={[
              { value: 'stored', label: t('returns.keep') },
              ...offers.map(({ file, said }) => ({
                value: String(file),
                label:
                  offers.length === 1
                    ? t('returns.replace')
                    : t('returns.replaceBy', { said: said.slice(0, 20) }),
              })),
            ]}
            onChange={(next) => onChoose(next === 'stored' ? 'stored' : { file: Number(next) })}
          />
        ) : (
          <span className={styles.quiet}>{t(`returns.fateName.${fate}`)}</span>
        )}
      </td>
    </tr>
  );
}
