import { ActionIcon, Badge, Group, Select, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconLock } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { useCommand } from '#stores/commands.store.ts';

interface YearSwitchProps {
  readonly year: number;
  readonly years: readonly number[];
  readonly isClosed: boolean;
  readonly onChoose: (year: number) => void;
}

/** Ctrl+PageUp and Ctrl+PageDown go to the year before and after, wherever one types. */
function useYearKeys(before: (() => void) | null, after: (() => void) | null): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const isPlain = event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey;
      const move = { PageUp: before, PageDown: after }[event.key];
      if (!isPlain || move === undefined) return;
      event.preventDefault();
      move?.();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [before, after]);
}

/** The year that is looked at, those around it, and whether it is closed. */
export function YearSwitch({ year, years, isClosed, onChoose }: YearSwitchProps) {
  const { t } = useTranslation('steering');
  const at = years.indexOf(year);
  const [earlier, later] = [years[at - 1], years[at + 1]];
  const before = earlier === undefined ? null : () => onChoose(earlier);
  const after = later === undefined ? null : () => onChoose(later);
  useYearKeys(before, after);
  useCommand(
    before && {
      id: 'steering-before',
      label: t('year.before'),
      keys: t('year.beforeKeys'),
      run: before,
    },
  );
  useCommand(
    after && {
      id: 'steering-after',
      label: t('year.after'),
      keys: t('year.afterKeys'),
      run: after,
    },
  );
  return (
    <Group gap={4} wrap="nowrap">
      {isClosed && (
        <Badge
          color="gray"
          variant="outline"
          mr="xs"
          tt="none"
          leftSection={<IconLock size="0.8rem" aria-hidden />}
        >
          {t('year.closed')}
        </Badge>
      )}
      <Tooltip label={t('year.beforeHint')}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('year.before')}
          disabled={before === null}
          onClick={() => before?.()}
        >
          <IconChevronLeft size="1.1rem" aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Select
        size="sm"
        w="6.5rem"
        aria-label={t('year.name')}
        data={years.map(String)}
        value={String(year)}
        allowDeselect={false}
        onChange={(next) => next !== null && onChoose(Number(next))}
      />
      <Tooltip label={t('year.afterHint')}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('year.after')}
          disabled={after === null}
          onClick={() => after?.()}
        >
          <IconChevronRight size="1.1rem" aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
