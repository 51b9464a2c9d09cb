import { Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChainGraph, PathCell } from '#contract/chain.views.ts';
import type { ChainColumn } from '#domain/chain.ts';
import { chainColumns } from '#domain/chain.ts';
import { useFormat } from '#ui/format.ts';

import classes from './Chain.module.css';
import type { TableSort } from './table-rows.ts';
import { rowsOf } from './table-rows.ts';

export interface ChainTableProps {
  readonly graph: ChainGraph;
  readonly openId: string | null;
  readonly onOpen: (table: ChainColumn, id: string) => void;
}

/** The same chain, a row for each way through it. What is missing is named where it should be. */
export function ChainTable({ graph, openId, onOpen }: ChainTableProps) {
  const { t } = useTranslation('chain');
  const { language } = useFormat();
  const [text, setText] = useState('');
  const [sort, setSort] = useState<TableSort | null>(null);
  const titles = new Map(graph.nodes.map(({ id, title }) => [id, title]));
  const titleOf = (id: string): string => titles.get(id) ?? '';
  const missing = (at: number): string => t(`missing.${chainColumns[at] ?? 'barrier'}`);
  const rows = rowsOf(graph, { text, sort }, { titleOf, missing, language });
  const sortBy = (at: number): void => {
    if (sort?.at !== at) setSort({ at, direction: 'asc' });
    else setSort(sort.direction === 'asc' ? { at, direction: 'desc' } : null);
  };
  const ariaSort = (at: number) =>
    sort?.at !== at ? 'none' : sort.direction === 'asc' ? 'ascending' : 'descending';

  const cell = (one: PathCell, at: number) => {
    const column = chainColumns[at] ?? 'barrier';
    switch (one.state) {
      case 'cards':
        return one.ids.map((id) => (
          <button
            key={id}
            type="button"
            className={classes['cell']}
            data-open={id === openId || undefined}
            onClick={() => onOpen(column, id)}
          >
            {titleOf(id)}
          </button>
        ));
      case 'missing':
        return (
          <span className={classes['missing']}>
            <IconAlertTriangle size="0.9rem" aria-hidden />
            {missing(at)}
          </span>
        );
      case 'ahead':
        return <span className={classes['quiet']}>{t('ahead')}</span>;
      case 'passed':
        return (
          <span className={classes['quiet']} title={t('passed')}>
            –
          </span>
        );
      case 'beyond':
        return null;
    }
  };
  return (
    // Scrolls by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t('table.label')}>
      <TextInput
        type="search"
        size="xs"
        w="22rem"
        mb="xs"
        leftSection={<IconSearch size="1rem" aria-hidden />}
        aria-label={t('table.filter')}
        placeholder={t('table.filter')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p className={classes['hint']}>
        {t('table.count', { count: rows.length })} – {t('table.hint')}
        {graph.isCut && ` ${t('cut', { count: graph.paths.length })}`}
      </p>
      <table className={classes['table']} aria-label={t('table.label')}>
        <thead>
          <tr>
            {chainColumns.map((column, at) => (
              <th key={column} scope="col" aria-sort={ariaSort(at)}>
                <button
                  type="button"
                  className={classes['sort']}
                  title={t('table.sortBy', { column: t(`column.${column}`) })}
                  onClick={() => sortBy(at)}
                >
                  {t(`column.${column}`)}
                  {sort?.at === at &&
                    (sort.direction === 'asc' ? (
                      <IconArrowUp size="0.9rem" aria-hidden />
                    ) : (
                      <IconArrowDown size="0.9rem" aria-hidden />
                    ))}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((path) => (
            <tr key={path.key}>
              {path.cells.map((one, at) => (
                <td key={chainColumns[at]}>{cell(one, at)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <Text size="sm">{t('table.none')}</Text>}
    </div>
  );
}
