import { ActionIcon, Select, Text } from '@mantine/core';
import { IconArrowsExchange, IconArrowsDiff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

import { useBreadcrumb } from '#stores/navigation.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { useFormat } from '#ui/format.ts';
import { LateLoader } from '#ui/LateLoader.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { Screen } from '#ui/Screen.tsx';

import { ChangeList } from '../ChangeList.tsx';
import type { Traced } from '../traced.ts';
import { TracedRecords } from '../TracedRecords.tsx';
import { comparePath } from '../paths.ts';
import classes from './Compare.module.css';

interface ComparePageProps {
  readonly fromId: string | null;
  readonly toId: string | null;
}

/** Two editions side by side: what appeared, changed and vanished, figure by figure. */
export function ComparePage(props: ComparePageProps) {
  const { t } = useTranslation('reports');
  const { shortDate } = useFormat();
  const [, navigate] = useLocation();
  const [traced, setTraced] = useState<Traced | null>(null);
  const { data: editions, error: listError } = useQuery('editions:list', {});
  useBreadcrumb([{ label: t('compare.title') }]);
  const inOrder = [...(editions ?? [])].sort((a, b) => a.asOfOn.localeCompare(b.asOfOn));
  const known = (id: string | null): string | null =>
    inOrder.some((edition) => edition.id === id) ? id : null;
  const given = known(props.fromId);
  const fromId = given ?? inOrder.at(-2)?.id ?? null;
  const others = inOrder.filter(({ id }) => id !== fromId);
  const toId = known(props.toId) ?? others.at(-1)?.id ?? null;
  const { data, error } = useQuery(
    'editions:compare',
    fromId === null || toId === null ? null : { fromId, toId },
  );
  const choices = inOrder.map(({ id, title, asOfOn, kind }) => ({
    value: id,
    label: `${title} – ${t(`kind.${kind}`)}, ${t('dataOn', { day: shortDate(asOfOn) })}`,
  }));
  const choose = (from: string | null, to: string | null): void => {
    setTraced(null);
    navigate(comparePath(from ?? '', to ?? ''), { replace: true });
  };

  return (
    <Screen title={t('compare.title')} description={t('compare.description')} isFlush>
      {listError === null ? null : <RefusalNote error={listError} />}
      {editions !== undefined && editions.length < 2 ? (
        <EmptyScreen
          icon={IconArrowsDiff}
          title={t('compare.empty.title')}
          description={t('compare.empty.description')}
        />
      ) : (
        <div className={classes['split']} data-has-panel={traced !== null || undefined}>
          <div
            className={classes['main']}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls by keyboard
            tabIndex={0}
            role="group"
            aria-label={t('compare.title')}
          >
            <div className={classes['bar']}>
              <Select
                className={classes['grow'] ?? ''}
                label={t('compare.from')}
                data={choices}
                value={fromId}
                allowDeselect={false}
                searchable
                onChange={(id) => choose(id, toId === id ? fromId : toId)}
              />
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={t('compare.swap')}
                title={t('compare.swap')}
                onClick={() => choose(toId, fromId)}
              >
                <IconArrowsExchange size="1.1rem" aria-hidden />
              </ActionIcon>
              <Select
                className={classes['grow'] ?? ''}
                label={t('compare.to')}
                data={choices}
                value={toId}
                allowDeselect={false}
                searchable
                onChange={(id) => choose(fromId === id ? toId : fromId, id)}
              />
            </div>
            {error === null ? null : <RefusalNote error={error} />}
            {data === undefined ? (
              error === null && <LateLoader label={t('preparing')} />
            ) : fromId === toId ? (
              <Text>{t('compare.same')}</Text>
            ) : (
              <ChangeList comparison={data} onTrace={setTraced} />
            )}
          </div>
          {traced !== null && <TracedRecords traced={traced} onClose={() => setTraced(null)} />}
        </div>
      )}
    </Screen>
  );
}
