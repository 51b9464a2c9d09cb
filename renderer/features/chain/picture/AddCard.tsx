import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChainSide } from '#contract/chain.views.ts';
import type { ChainColumn } from '#domain/chain.ts';
import type { Id } from '#domain/ids.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import { doWrite } from '../do-write.ts';
import classes from './Picture.module.css';

export interface AddCardProps {
  readonly groupId: Id<'workingGroup'>;
  readonly year: number;
  readonly side: ChainSide;
  readonly column: ChainColumn;
  readonly onMade: (id: string) => void;
}

type Side = 'buyer' | 'company' | 'both';

/** Makes a card at the end of its column, without leaving the picture. */
export function AddCard({ groupId, year, side, column, onMade }: AddCardProps) {
  const { t } = useTranslation('chain');
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const isUnderWay = useRef(false);
  const opener = useRef<HTMLButtonElement>(null);
  const needsSide = column === 'barrier' || column === 'lever';
  const hasSide = needsSide || column === 'remedy';
  const hasYear = column === 'remedy' || column === 'objective';
  const usual: Side = side === 'all' ? (needsSide ? 'buyer' : 'both') : side;
  const [chosen, setChosen] = useState<Side | null>(null);
  const [forYear, setForYear] = useState(year + 1);

  function close(): void {
    setOpen(false);
    setTitle('');
    requestAnimationFrame(() => opener.current?.focus());
  }

  async function make(): Promise<void> {
    if (isUnderWay.current || title.trim() === '') return;
    isUnderWay.current = true;
    const done = await doWrite('chain:add', {
      groupId,
      year,
      forYear: hasYear ? forYear : year,
      table: column,
      title: title.trim(),
      side: chosen ?? usual,
      today: localToday(),
    });
    isUnderWay.current = false;
    if (done === null) return;
    setOpen(false);
    setTitle('');
    onMade(done.id);
  }

  if (!isOpen) {
    return (
      <Button
        ref={opener}
        size="compact-sm"
        variant="subtle"
        fullWidth
        justify="flex-start"
        leftSection={<IconPlus size="1rem" aria-hidden />}
        aria-label={t(`add.in.${column}`)}
        onClick={() => setOpen(true)}
      >
        {t('add.action')}
      </Button>
    );
  }
  return (
    // Esc gives up wherever the keyboard is in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={classes['add']}
      aria-label={t(`add.in.${column}`)}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      <Stack gap={6}>
        <Textarea
          // What was just asked for takes the keyboard.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          size="xs"
          rows={3}
          label={t('add.title')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            void make();
          }}
        />
        {hasSide && (
          <Select
            size="xs"
            label={t('add.side')}
            allowDeselect={false}
            comboboxProps={{ withinPortal: true }}
            data={(needsSide
              ? (['buyer', 'company'] as const)
              : (['buyer', 'company', 'both'] as const)
            ).map((value) => ({ value, label: t(`sideOf.${value}`) }))}
            value={chosen ?? usual}
            onChange={(next) => setChosen(next)}
          />
        )}
        {hasYear && (
          <Select
            size="xs"
            label={t('add.year')}
            allowDeselect={false}
            data={[year, year + 1].map((value) => ({
              value: String(value),
              label: t('card.forYear', { year: value }),
            }))}
            value={String(forYear)}
            onChange={(next) => setForYear(Number(next ?? forYear))}
          />
        )}
        <Group gap={4}>
          <Button type="submit" size="compact-sm" disabled={title.trim() === ''}>
            {t('add.save')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={close}>
            {t('add.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
