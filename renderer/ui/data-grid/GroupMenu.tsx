import { Button, Menu } from '@mantine/core';
import { IconLayoutList } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { GridColumn } from './grid.types.ts';
import { groupableColumns } from './group-label.ts';
import { listMenu } from './menu-props.ts';
import styles from './RecordList.module.css';

export interface GroupMenuProps {
  readonly columns: readonly GridColumn[];
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly groupColumn: GridColumn | null;
  readonly onGroupBy: (column: GridColumn | null) => void;
  readonly onToggleAll: (collapsed: boolean) => void;
}

/** Value of the choice that makes no groups: no column has it as key. */
const NOTHING = '';

/** By which column the list is put in groups. */
export function GroupMenu({
  columns,
  order,
  hidden,
  groupColumn,
  onGroupBy,
  onToggleAll,
}: GroupMenuProps) {
  const { t } = useTranslation('grid');
  const offered = groupableColumns(columns, order, hidden);
  const name =
    groupColumn === null ? t('group.menu') : t('group.by', { column: groupColumn.label });
  return (
    <Menu {...listMenu}>
      <Menu.Target>
        <Button size="xs" variant={groupColumn === null ? 'default' : 'light'} px="xs" title={name}>
          <IconLayoutList size="1rem" aria-hidden />
          <span className={styles.label}>&nbsp;{name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.viewsList ?? ''}>
        <Menu.Label>{t('group.menuLabel')}</Menu.Label>
        <Menu.RadioGroup
          value={groupColumn?.key ?? NOTHING}
          onChange={(key) => {
            onGroupBy(columns.find((column) => column.key === key) ?? null);
          }}
        >
          <Menu.RadioItem value={NOTHING} closeMenuOnClick>
            {t('group.nothing')}
          </Menu.RadioItem>
          {offered.map((column) => (
            <Menu.RadioItem key={column.key} value={column.key} closeMenuOnClick>
              {column.kind === 'date' || column.kind === 'dateTime'
                ? t('group.byYear', { column: column.label })
                : column.label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {groupColumn !== null && (
          <>
            <Menu.Divider />
            <Menu.Item
              onClick={() => {
                onToggleAll(true);
              }}
            >
              {t('group.collapseAll')}
            </Menu.Item>
            <Menu.Item
              onClick={() => {
                onToggleAll(false);
              }}
            >
              {t('group.expandAll')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
