import { Button, Menu } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { IconChevronDown, IconFileText } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface FormatMenuProps<F extends string> {
  /** What is written. */
  readonly name: string;
  readonly formats: readonly F[];
  readonly labelOf: (format: F) => string;
  /** The whole of what a line does, for those who do not see the button above it. */
  readonly saysOf: (format: F) => string;
  readonly icon?: Icon;
  readonly isMain?: boolean;
  readonly isDisabled?: boolean;
  /** Formats that what is written cannot take as it stands. */
  readonly isBlocked?: (format: F) => boolean;
  readonly onChoose: (format: F) => void;
  /** Items of the menu below the formats, such as what goes along. */
  readonly children?: ReactNode;
}

/** Something to be written, and the formats it can be written in. */
export function FormatMenu<F extends string>(props: FormatMenuProps<F>) {
  const { name, formats, labelOf, saysOf, isBlocked, onChoose } = props;
  const { icon: IconOf = IconFileText, isMain = false, isDisabled = false, children } = props;
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
          leftSection={<IconOf size="1rem" aria-hidden />}
          rightSection={<IconChevronDown size="0.9rem" aria-hidden />}
        >
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item
            key={format}
            aria-label={saysOf(format)}
            disabled={isBlocked?.(format) ?? false}
            onClick={() => onChoose(format)}
          >
            {labelOf(format)}
          </Menu.Item>
        ))}
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
