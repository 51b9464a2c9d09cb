import { Button, Checkbox, CloseButton, Popover, Stack, TextInput } from '@mantine/core';
import { IconColumns3, IconSearch } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';

import { DayInput } from '#ui/record-form/DayInput.tsx';

import type { ExportMenuProps } from './ExportMenu.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import type { GridColumn } from './grid.types.ts';
import { GroupMenu } from './GroupMenu.tsx';
import styles from './RecordList.module.css';
import type { ViewsMenuProps } from './ViewsMenu.tsx';
import { ViewsMenu } from './ViewsMenu.tsx';

export interface GridToolbarProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly placeholder: string;
  readonly onText: (text: string) => void;
  readonly onClearText: () => void;
  readonly onLeaveText: () => void;
  readonly day: string | null;
  /** Null when the register knows no dates. */
  readonly onDay: ((day: string | null) => void) | null;
  readonly columns: readonly GridColumn[];
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly onHidden: (hidden: readonly string[]) => void;
  readonly onResetColumns: () => void;
  readonly views: ViewsMenuProps;
  readonly groupColumn: GridColumn | null;
  readonly onGroupBy: (column: GridColumn | null) => void;
  readonly onToggleGroups: (collapsed: boolean) => void;
  readonly exporting: ExportMenuProps;
  readonly count: string;
  readonly actions?: ReactNode;
}

/** What acts on the whole list: views, filter, day, groups, columns, export. */
export function GridToolbar({ ref, ...props }: GridToolbarProps) {
  const { t } = useTranslation('grid');
  const { onDay } = props;
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('toolbar.name')}>
      <ViewsMenu {...props.views} />
      <TextInput
        ref={ref}
        className={styles.search ?? ''}
        size="xs"
        type="search"
        aria-label={props.placeholder}
        placeholder={props.placeholder}
        leftSection={<IconSearch size="1rem" aria-hidden />}
        rightSection={
          props.text === '' ? null : (
            <CloseButton
              size="sm"
              aria-label={t('toolbar.clearText')}
              onClick={props.onClearText}
            />
          )
        }
        value={props.text}
        onChange={(event) => {
          props.onText(event.currentTarget.value.slice(0, 200));
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault();
            props.onLeaveText();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            if (props.text === '') props.onLeaveText();
            else props.onText('');
          }
        }}
      />
      {onDay !== null && (
        <DayInput
          label={null}
          ariaLabel={t('toolbar.asOf')}
          placeholder={t('toolbar.asOfNow')}
          value={props.day}
          width="10rem"
          onChange={onDay}
        />
      )}
      <GroupMenu
        columns={props.columns}
        order={props.order}
        hidden={props.hidden}
        groupColumn={props.groupColumn}
        onGroupBy={props.onGroupBy}
        onToggleAll={props.onToggleGroups}
      />
      <Popover position="bottom-start" trapFocus returnFocus shadow="md">
        <Popover.Target>
          <Button
            size="xs"
            variant="default"
            px="xs"
            aria-haspopup="dialog"
            title={t('toolbar.columns')}
          >
            <IconColumns3 size="1rem" aria-hidden />
            <span className={styles.label}>&nbsp;{t('toolbar.columns')}</span>
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('toolbar.columns')}>
          <Stack gap={8} mah="22rem" style={{ overflowY: 'auto' }}>
            {props.order.map((key, index) => {
              const column = props.columns.find((known) => known.key === key);
              return (
                column !== undefined && (
                  <Checkbox
                    key={key}
                    size="xs"
                    label={column.label}
                    checked={!props.hidden.includes(key)}
                    disabled={index === 0}
                    onChange={(event) => {
                      props.onHidden(
                        event.currentTarget.checked
                          ? props.hidden.filter((hidden) => hidden !== key)
                          : [...props.hidden, key],
                      );
                    }}
                  />
                )
              );
            })}
          </Stack>
          <Button mt="sm" size="compact-xs" variant="subtle" onClick={props.onResetColumns}>
            {t('toolbar.resetColumns')}
          </Button>
        </Popover.Dropdown>
      </Popover>
      <ExportMenu {...props.exporting} />
      <span className={styles.count} role="status">
        {props.count}
      </span>
      {props.actions}
    </div>
  );
}
