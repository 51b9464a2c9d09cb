import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { buyerKinds } from '#domain/actor.ts';

import styles from './Indicators.module.css';
import type { BuyerKind, PartDraft } from './measurement-draft.ts';
import { useAmounts } from './use-amounts.ts';

export interface PartRowsProps {
  readonly parts: readonly PartDraft[];
  /** What is left to break down; null while it cannot be told. */
  readonly remainder: number | null;
  readonly errorOf: (field: string) => string | null;
  readonly onChange: (parts: readonly PartDraft[]) => void;
}

const isBuyerKind = (value: string | null): value is NonNullable<BuyerKind> =>
  buyerKinds.some((kind) => kind === value);

/** The breakdown of a value, row by row, with what remains of it while one types. */
export function PartRows({ parts, remainder, errorOf, onChange }: PartRowsProps) {
  const { t } = useTranslation('indicators');
  const added = useRef(false);
  const rows = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    const last = [...(rows.current?.querySelectorAll('[data-part]') ?? [])].at(-1);
    last?.querySelector<HTMLElement>('input')?.focus();
    // Only a row that is new takes the keyboard.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [parts.length]);

  const patch = (key: number, change: Partial<PartDraft>): void =>
    onChange(parts.map((part) => (part.key === key ? { ...part, ...change } : part)));

  return (
    <fieldset ref={rows} className={styles.partRows}>
      <legend>{t('form.parts')}</legend>
      {parts.map((part, index) => (
        <div
          key={part.key}
          className={styles.partRow}
          role="group"
          aria-label={t('form.part', { number: index + 1 })}
          data-part
        >
          <TextInput
            className={styles.partTitle ?? ''}
            label={t('form.partTitle')}
            value={part.title}
            error={errorOf(`${part.key}.title`)}
            onChange={(event) => patch(part.key, { title: event.currentTarget.value })}
          />
          <TextInput
            label={t('form.partValue')}
            inputMode="decimal"
            value={part.value}
            error={errorOf(`${part.key}.value`)}
            onChange={(event) => patch(part.key, { value: event.currentTarget.value })}
          />
          <Select
            label={t('form.partKind')}
            clearable
            clearButtonProps={{ 'aria-label': t('grid:bulk.empty') }}
            data={buyerKinds.map((kind) => ({
              value: kind,
              label: t(`vocabulary:choice.measurementPart.buyerKind.${kind}`),
            }))}
            value={part.buyerKind}
            onChange={(kind) => patch(part.key, { buyerKind: isBuyerKind(kind) ? kind : null })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('form.removePart', { number: index + 1 })}
            onClick={() => onChange(parts.filter(({ key }) => key !== part.key))}
          >
            <IconTrash size="1.1rem" aria-hidden />
          </ActionIcon>
          <TextInput
            className={styles.partDetail ?? ''}
            label={t('form.partDetail')}
            value={part.detail}
            onChange={(event) => patch(part.key, { detail: event.currentTarget.value })}
          />
        </div>
      ))}
      <Remainder remainder={remainder} />
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size="1rem" aria-hidden />}
        onClick={() => {
          added.current = true;
          const key = Math.max(-1, ...parts.map((part) => part.key)) + 1;
          const blank = { id: null, title: '', value: '', buyerKind: null, detail: '' } as const;
          onChange([...parts, { ...blank, key }]);
        }}
      >
        {t('form.addPart')}
      </Button>
    </fieldset>
  );
}

function Remainder({ remainder }: { readonly remainder: number | null }) {
  const { t } = useTranslation('indicators');
  const { amount } = useAmounts();
  if (remainder === null) return <div role="status" className="r-visually-hidden" />;
  const size = Math.abs(remainder);
  const numbers = { count: size, amount: amount(size) };
  return (
    <div role="status" className={styles.remainder}>
      <span>{t('form.remainder')}</span>
      <span className={remainder === 0 ? '' : styles.rest}>
        {remainder === 0
          ? t('breakdown.exact')
          : t(remainder > 0 ? 'breakdown.rest' : 'breakdown.excess', numbers)}
      </span>
    </div>
  );
}
