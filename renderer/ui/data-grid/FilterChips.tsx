import { Button, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { formatDay } from '#ui/record-form/date-typing.ts';

import type { ColumnFilter, ColumnFilters } from './filters.ts';
import { isNegated } from './filters.ts';
import type { GridColumn } from './grid.types.ts';
import styles from './RecordList.module.css';

export interface FilterChipsProps {
  readonly columns: readonly GridColumn[];
  readonly filters: ColumnFilters;
  readonly onFilter: (key: string, filter: ColumnFilter | null) => void;
  readonly onClear: () => void;
}

/** The filters in force, each in words, each with its way out. */
export function FilterChips({ columns, filters, onFilter, onClear }: FilterChipsProps) {
  const { t, i18n } = useTranslation('grid');
  const entries = Object.entries(filters);
  if (entries.length === 0) return null;
  const day = (iso: string): string => formatDay(iso, i18n.language);

  function plainWords(column: GridColumn, filter: ColumnFilter): string {
    switch (filter.operator) {
      case 'empty':
      case 'notEmpty':
        return t(`filter.chip.${filter.operator}`);
      case 'contains':
      case 'startsWith':
      case 'equals':
        return t(`filter.chip.${filter.operator}`, { value: filter.value });
      case 'before':
      case 'after':
      case 'on':
        return t(`filter.chip.${filter.operator}`, { value: day(filter.value) });
      case 'between':
        return t('filter.chip.between', { from: day(filter.from), to: day(filter.to) });
      case 'range':
        return t('filter.chip.range', { from: filter.from, to: filter.to });
      case 'among':
        return filter.values
          .map((value) => column.choices.find((choice) => choice.value === value)?.label ?? value)
          .join(', ');
      case 'is':
        if (typeof filter.value === 'boolean') return filter.value ? t('yes') : t('no');
        return String(filter.value);
      default:
        return t(`filter.chip.${filter.operator}`, { value: filter.value });
    }
  }

  function words(column: GridColumn, filter: ColumnFilter): string {
    const plain = plainWords(column, filter);
    return isNegated(filter) ? t('filter.chip.except', { words: plain }) : plain;
  }

  return (
    <div className={styles.chips} role="group" aria-label={t('filter.inForce')}>
      {entries.map(([key, filter]) => {
        const column = columns.find((known) => known.key === key);
        if (column === undefined) return null;
        const text = t('filter.chip.sentence', {
          column: column.label,
          words: words(column, filter),
        });
        return (
          <span key={key} className={styles.chip}>
            {text}
            <CloseButton
              size="xs"
              radius="xl"
              aria-label={t('filter.remove', { filter: text })}
              onClick={() => {
                onFilter(key, null);
              }}
            />
          </span>
        );
      })}
      <Button size="compact-xs" variant="subtle" onClick={onClear}>
        {t('empty.clear')}
      </Button>
    </div>
  );
}
