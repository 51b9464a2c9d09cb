import { Button, CloseButton, MultiSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { SelectionBoard, SelectionFilters } from '#contract/selection.channels.ts';

import styles from './Board.module.css';
import { noFilters } from './filters.ts';

const NONE = 'none';
const fromId = (id: string | null): string => id ?? NONE;
const toId = (value: string): string | null => (value === NONE ? null : value);

interface FilterBarProps {
  readonly facets: SelectionBoard['facets'];
  readonly count: number;
  readonly total: number;
  readonly filters: SelectionFilters;
  readonly onChange: (filters: SelectionFilters) => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Narrows the board down by words, segment, département, maturity and what is wrong with a response. */
export function FilterBar({ facets, count, total, filters, onChange }: FilterBarProps) {
  const { t } = useTranslation('selection');
  const numbered = (label: string, many: number): string => t('filter.numbered', { label, many });
  const set = (part: Partial<SelectionFilters>): void => onChange({ ...filters, ...part });
  const isNarrowed = count !== total || JSON.stringify(filters) !== JSON.stringify(noFilters);
  const several = (
    label: string,
    data: readonly Choice[],
    value: readonly string[],
    choose: (values: string[]) => void,
  ) => (
    <MultiSelect
      size="xs"
      className={styles.filter ?? ''}
      aria-label={label}
      placeholder={value.length === 0 ? label : ''}
      data={[...data]}
      value={[...value]}
      onChange={choose}
      clearable
      searchable
      disabled={data.length === 0}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
    />
  );
  return (
    <search className={styles.filters}>
      <TextInput
        size="xs"
        className={styles.search ?? ''}
        aria-label={t('filter.text')}
        placeholder={t('filter.text')}
        data-filter
        leftSection={<IconSearch size="1rem" aria-hidden />}
        rightSection={
          filters.text === '' ? null : (
            <CloseButton
              size="xs"
              aria-label={t('filter.clearText')}
              onClick={() => set({ text: '' })}
            />
          )
        }
        value={filters.text}
        onChange={({ currentTarget }) => set({ text: currentTarget.value })}
      />
      {several(
        t('filter.segment'),
        facets.segments.map(({ id, name, count: many }) => ({
          value: fromId(id),
          label: numbered(name ?? t('filter.noSegment'), many),
        })),
        filters.segmentIds.map(fromId),
        // The values are those of the facets, which are identifiers of segments.
        (values) => set({ segmentIds: values.map(toId) as SelectionFilters['segmentIds'] }),
      )}
      {several(
        t('filter.departement'),
        facets.departements.map(({ id, name, count: many }) => ({
          value: fromId(id),
          label: numbered(name ?? t('filter.noDepartement'), many),
        })),
        filters.departementCodes.map(fromId),
        (values) => set({ departementCodes: values.map(toId) }),
      )}
      {several(
        t('filter.maturity'),
        facets.maturities.map(({ id, count: many }) => ({
          value: fromId(id),
          label: numbered(
            id === null
              ? t('filter.noMaturity')
              : t(`vocabulary:choice.application.maturity.${id}`),
            many,
          ),
        })),
        filters.maturities.map(fromId),
        // The values are those of the facets, which are maturities.
        (values) => set({ maturities: values.map(toId) as SelectionFilters['maturities'] }),
      )}
      {several(
        t('filter.state'),
        facets.states
          .filter(({ count: many }) => many > 0)
          .map(({ state, count: many }) => ({
            value: state,
            label: numbered(t(`state.${state}`), many),
          })),
        filters.states,
        // The values are those of the facets, which are states.
        (values) => set({ states: values as SelectionFilters['states'] }),
      )}
      <span className={styles.shown} role="status">
        {isNarrowed ? t('filter.some', { count, total }) : t('filter.all', { count: total })}
      </span>
      {isNarrowed && (
        <Button size="compact-xs" variant="subtle" onClick={() => onChange(noFilters)}>
          {t('filter.reset')}
        </Button>
      )}
    </search>
  );
}
