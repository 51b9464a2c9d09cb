import { Select, Tabs } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { useIsYearClosed } from '#stores/steering-year.ts';
import { useQuery } from '#stores/use-query.ts';
import { LateLoader } from '#ui/LateLoader.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { Screen } from '#ui/Screen.tsx';

import type { SteeringTab } from './steering-tabs.ts';
import styles from './Steering.module.css';
import { useSteeringPlace } from './use-steering-place.ts';
import { YearSwitch } from './YearSwitch.tsx';

const none: readonly never[] = [];

/** A group's year: what it set itself, what it measured and what came of it, tab by tab. */
export function SteeringScreen({ tabs }: { readonly tabs: readonly SteeringTab[] }) {
  const { t } = useTranslation('steering');
  const { data: groups, error } = useQuery('steering:groups', {});
  const place = useSteeringPlace(groups ?? none);
  const { group, year } = place;
  const isClosed = useIsYearClosed(group?.id ?? '', year);
  const current = tabs.find(({ name }) => name === place.tab) ?? tabs[0];
  if (group === null || current === undefined) {
    return <Screen title={t('title')}>{error !== null && <RefusalNote error={error} />}</Screen>;
  }
  return (
    <Screen
      title={t('title')}
      isFlush
      actions={
        <>
          {(groups?.length ?? 0) > 1 && (
            <Select
              size="sm"
              w="18rem"
              aria-label={t('chooseGroup')}
              data={(groups ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              value={group.id}
              allowDeselect={false}
              onChange={(groupId) => groupId !== null && place.go({ groupId })}
            />
          )}
          <YearSwitch
            year={year}
            years={place.years}
            isClosed={isClosed}
            onChoose={(chosen) => place.go({ year: chosen })}
          />
        </>
      }
    >
      <Tabs
        className={styles['tabs'] ?? ''}
        value={current.name}
        keepMounted={false}
        onChange={(tab) => tab !== null && place.go({ tab })}
      >
        <Tabs.List className={styles['tabList'] ?? ''}>
          {tabs.map(({ name, labelKey }) => (
            <Tabs.Tab key={name} value={name}>
              {t(labelKey)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ name, Panel }) => (
          <Tabs.Panel key={name} value={name} className={styles['panel'] ?? ''}>
            <Suspense fallback={<LateLoader label={t('loading')} />}>
              <Panel key={`${group.id}/${year}`} groupId={group.id} year={year} />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Screen>
  );
}
