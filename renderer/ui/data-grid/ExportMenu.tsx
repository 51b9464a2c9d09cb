import { ActionIcon, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { ExportFormat } from './grid.types.ts';
import { listMenu } from './menu-props.ts';

export interface ExportMenuProps {
  /** Rows that are selected. */
  readonly selected: number;
  readonly onExport: (choice: {
    readonly format: ExportFormat;
    readonly isSelection: boolean;
    readonly withId: boolean;
  }) => void;
}

const formats: readonly ExportFormat[] = ['xlsx', 'ods', 'csv'];
/** Formats that keep their columns' kinds, for a file that comes back. */
const editable: readonly ExportFormat[] = ['xlsx', 'ods'];

/** Writes the list, or what is selected of it, to a file; also one to be changed and imported again. */
export function ExportMenu({ selected, onExport }: ExportMenuProps) {
  const { t } = useTranslation('grid');
  return (
    <Menu {...listMenu} width="20rem">
      <Menu.Target>
        <ActionIcon
          variant="default"
          size="input-xs"
          aria-label={t('toolbar.export')}
          title={t('toolbar.export')}
        >
          <IconDownload size="1rem" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {selected > 0 && (
          <>
            <Menu.Label>{t('toolbar.exportSelection', { count: selected })}</Menu.Label>
            {formats.map((format) => (
              <Menu.Item
                key={format}
                onClick={() => {
                  onExport({ format, isSelection: true, withId: false });
                }}
              >
                {t(`toolbar.format.${format}`)}
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        )}
        <Menu.Label>{t('toolbar.exportLabel')}</Menu.Label>
        {formats.map((format) => (
          <Menu.Item
            key={format}
            onClick={() => {
              onExport({ format, isSelection: false, withId: false });
            }}
          >
            {t(`toolbar.format.${format}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('toolbar.exportToEdit')}</Menu.Label>
        {editable.map((format) => (
          <Menu.Item
            key={format}
            onClick={() => {
              onExport({ format, isSelection: selected > 0, withId: true });
            }}
          >
            {t(`toolbar.format.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
