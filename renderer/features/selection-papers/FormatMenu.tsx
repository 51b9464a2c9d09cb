import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface FormatMenuProps<F extends string> {
  readonly name: string;
  readonly formats: readonly F[];
  readonly isMain?: boolean;
  readonly isDisabled?: boolean;
  readonly onChoose: (format: F) => void;
}

/** Something to be written, and the formats it can be written in. */
export function FormatMenu<F extends string>(props: FormatMenuProps<F>) {
  const { name, formats, isMain = false, isDisabled = false, onChoose } = props;
  const { t } = useTranslation('selectionPapers');
  return (
    <Menu
      position="bottom-start"
      shadow="md"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button
          size="compact-md"
          variant={isMain ? 'filled' : 'default'}
          disabled={isDisabled}
          leftSection={<IconFileText size="1rem" aria-hidden />}
          rightSection={<IconChevronDown size="0.9rem" aria-hidden />}
        >
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item
            key={format}
            aria-label={t('make.as', { what: name, format: format.toUpperCase() })}
            onClick={() => onChoose(format)}
          >
            {t(`make.format.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
