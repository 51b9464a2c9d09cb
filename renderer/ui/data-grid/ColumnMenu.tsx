import { Button, Divider, Stack } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconArrowsHorizontal,
  IconEyeOff,
  IconLayoutList,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { FilterEditor } from './FilterEditor.tsx';
import type { ColumnFilter } from './filters.ts';
import type { GridColumn } from './grid.types.ts';
import { isGroupable } from './group-label.ts';
import type { GridTable } from './use-grid-columns.ts';

export interface ColumnMenuProps {
  readonly column: GridColumn;
  readonly table: GridTable;
  readonly isFirst: boolean;
  readonly filter: ColumnFilter | null;
  readonly isGrouping: boolean;
  readonly onGroup: (isOn: boolean) => void;
  readonly onFilter: (filter: ColumnFilter | null) => void;
  readonly onHide: () => void;
  readonly onClose: () => void;
}

const WIDER = 40;

/** Sorts, filters and arranges one column. */
export function ColumnMenu(props: ColumnMenuProps) {
  const { column, table, onClose } = props;
  const { t } = useTranslation('grid');
  const model = table.getColumn(column.key);
  const move = (step: -1 | 1): void => {
    table.setColumnOrder((order) => {
      const at = order.indexOf(column.key);
      const other = order[at + step];
      if (other === undefined) return order;
      const next = [...order];
      next[at] = other;
      next[at + step] = column.key;
      return next;
    });
  };
  const widen = (by: number): void => {
    table.setColumnSizing((sizes) => ({
      ...sizes,
      [column.key]: Math.max(60, (model?.getSize() ?? 160) + by),
    }));
  };
  const item = { variant: 'subtle', color: 'gray', size: 'xs', justify: 'flex-start' } as const;
  const text = { c: 'var(--mantine-color-text)', fw: 400 } as const;
  return (
    <Stack gap={2} w="17rem">
      <FilterEditor
        column={column}
        filter={props.filter}
        onChange={props.onFilter}
        onClose={onClose}
      />
      <Divider my={4} />
      {column.isSortable && (
        <>
          <Button
            {...item}
            {...text}
            leftSection={<IconArrowUp size="1rem" />}
            onClick={() => {
              model?.toggleSorting(false, false);
              onClose();
            }}
          >
            {t('header.sortAscending')}
          </Button>
          <Button
            {...item}
            {...text}
            leftSection={<IconArrowDown size="1rem" />}
            onClick={() => {
              model?.toggleSorting(true, false);
              onClose();
            }}
          >
            {t('header.sortDescending')}
          </Button>
        </>
      )}
      {isGroupable(column) && (
        <Button
          {...item}
          {...text}
          leftSection={<IconLayoutList size="1rem" />}
          onClick={() => {
            props.onGroup(!props.isGrouping);
            onClose();
          }}
        >
          {t(props.isGrouping ? 'group.stop' : 'group.byThis')}
        </Button>
      )}
      <Button.Group>
        <Button
          {...item}
          {...text}
          leftSection={<IconArrowLeft size="1rem" />}
          onClick={() => {
            move(-1);
          }}
        >
          {t('header.moveLeft')}
        </Button>
        <Button
          {...item}
          {...text}
          leftSection={<IconArrowRight size="1rem" />}
          onClick={() => {
            move(1);
          }}
        >
          {t('header.moveRight')}
        </Button>
      </Button.Group>
      <Button.Group>
        <Button
          {...item}
          {...text}
          leftSection={<IconArrowsHorizontal size="1rem" />}
          onClick={() => {
            widen(WIDER);
          }}
        >
          {t('header.widen')}
        </Button>
        <Button
          {...item}
          {...text}
          onClick={() => {
            widen(-WIDER);
          }}
        >
          {t('header.narrow')}
        </Button>
      </Button.Group>
      {!props.isFirst && (
        <Button
          {...item}
          {...text}
          leftSection={<IconEyeOff size="1rem" />}
          onClick={() => {
            props.onHide();
            onClose();
          }}
        >
          {t('header.hide')}
        </Button>
      )}
    </Stack>
  );
}
