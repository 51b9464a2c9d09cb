import { useTranslation } from 'react-i18next';

import type { DuplicateTable } from '#domain/duplicate.ts';
import { entityOf } from '#domain/registry.ts';
import { useFormat } from '#ui/format.ts';

import { isBlank } from './choices.ts';

/** Says a value of a column in words. */
export function useFieldWords(
  table: DuplicateTable,
  names: Readonly<Record<string, string>>,
): (field: string, value: unknown) => string {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  return (field, value) => {
    if (isBlank(value)) return t('empty');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number') return format.number(value);
    if (Array.isArray(value)) return value.join(', ');
    const text = String(value);
    switch (entityOf(table).fields[field]?.kind) {
      case 'choice':
        return t(`vocabulary:choice.${table}.${field}.${text}`);
      case 'reference':
        return names[text] ?? '…';
      case 'date':
        return format.date(text);
      default:
        return text;
    }
  };
}
