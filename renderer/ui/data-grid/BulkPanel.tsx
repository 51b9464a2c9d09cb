import { Button, CloseButton, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import styles from './BulkPanel.module.css';
import { BulkPreviewView } from './BulkPreviewView.tsx';
import { BulkValue } from './BulkValue.tsx';
import type { BulkChange, BulkTarget, CellValue, GridColumn, ListPort } from './grid.types.ts';
import { refusalText } from './refusal.ts';
import { usePreview } from './use-preview.ts';

export interface BulkPanelProps {
  readonly port: ListPort;
  /** Columns whose field, or whose labels, may be changed for all. */
  readonly columns: readonly GridColumn[];
  readonly target: BulkTarget;
  /** Rows selected. */
  readonly count: number;
  /** Grows whenever the data changed. */
  readonly revision: number;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

type Way = 'set' | 'empty' | 'addLabel' | 'removeLabel';

function waysOf(column: GridColumn): readonly Way[] {
  if (column.labelsField !== null) return ['addLabel', 'removeLabel'];
  return column.isOptional ? ['set', 'empty'] : ['set'];
}

function changeOf(column: GridColumn, way: Way, value: CellValue): BulkChange | null {
  const field = column.labelsField ?? column.field;
  if (field === null) return null;
  if (way === 'empty') return { kind: 'set', field, value: null };
  if (value === null || value === '') return null;
  return way === 'set' ? { kind: 'set', field, value } : { kind: way, field, label: String(value) };
}

/** Changes one field of all that is selected: what, then what it would do, then the deed itself. */
export function BulkPanel(props: BulkPanelProps) {
  const { port, columns, target, count, onClose } = props;
  const { t } = useTranslation('grid');
  const title = useRef<HTMLHeadingElement>(null);
  const [key, setKey] = useState<string | null>(
    () => columns.find(({ kind }) => kind === 'choice')?.key ?? columns[0]?.key ?? null,
  );
  const column = columns.find((known) => known.key === key) ?? null;
  const ways = column === null ? [] : waysOf(column);
  const [chosenWay, setWay] = useState<Way>('set');
  const way = ways.includes(chosenWay) ? chosenWay : (ways[0] ?? 'set');
  const [value, setValue] = useState<CellValue>(null);
  const [isApplying, setApplying] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const change = column === null ? null : changeOf(column, way, value);
  const preview = usePreview(port, target, change, props.revision);
  const { answer } = preview;
  const canApply = change !== null && answer !== null && answer.changed > 0 && !preview.isLoading;

  useEffect(() => {
    title.current?.focus();
  }, []);

  function apply(): void {
    if (change === null || answer === null) return;
    setApplying(true);
    port
      .change(target, change, answer.changed)
      .then(props.onDone, (thrown: unknown) => {
        setError(refusalText(thrown, change.field));
      })
      .finally(() => {
        setApplying(false);
      });
  }

  const shownError =
    error ?? (preview.error === null ? null : refusalText(preview.error, change?.field ?? ''));
  return (
    // Esc closes from anywhere in the panel.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles.panel}
      aria-label={t('bulk.title', { count })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 ref={title} className={styles.title} tabIndex={-1}>
          {t('bulk.title', { count })}
        </h2>
        <CloseButton size="sm" aria-label={t('bulk.close')} onClick={onClose} />
      </header>
      <div className={styles.choice}>
        <Select
          size="xs"
          label={t('bulk.field')}
          data={columns.map(({ key: known, label }) => ({ value: known, label }))}
          value={key}
          allowDeselect={false}
          searchable
          onChange={(next) => {
            setKey(next);
            setValue(null);
            setError(null);
          }}
        />
        {ways.length > 1 && (
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('bulk.way')}
            data={ways.map((each) => ({ value: each, label: t(`bulk.ways.${each}`) }))}
            value={way}
            onChange={(next) => {
              setWay(ways.find((each) => each === next) ?? 'set');
              setError(null);
            }}
          />
        )}
        {column !== null && way === 'set' && (
          <BulkValue
            key={column.key}
            column={column}
            label={t('bulk.value')}
            value={value}
            error={shownError}
            onValue={(next) => {
              setValue(next);
              setError(null);
            }}
          />
        )}
        {(way === 'addLabel' || way === 'removeLabel') && (
          <TextInput
            size="xs"
            label={t('bulk.label')}
            error={shownError}
            maxLength={80}
            onChange={(event) => {
              setValue(event.currentTarget.value.trim());
              setError(null);
            }}
          />
        )}
      </div>
      <BulkPreviewView
        preview={preview}
        columns={columns}
        isAsked={change !== null}
        error={way === 'empty' ? shownError : null}
      />
      <footer className={styles.foot}>
        <Button size="sm" variant="subtle" onClick={onClose}>
          {t('bulk.giveUp')}
        </Button>
        <Button size="sm" disabled={!canApply} loading={isApplying} onClick={apply}>
          {canApply ? t('bulk.apply', { count: answer.changed }) : t('bulk.applyNone')}
        </Button>
      </footer>
    </section>
  );
}
