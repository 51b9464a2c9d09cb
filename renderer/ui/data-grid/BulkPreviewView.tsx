import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import styles from './BulkPanel.module.css';
import { formatCell } from './cell-format.ts';
import type { GridColumn, HeldValue, PreviewRow } from './grid.types.ts';
import type { Preview } from './use-preview.ts';

export interface BulkPreviewViewProps {
  readonly preview: Preview;
  readonly columns: readonly GridColumn[];
  /** Whether enough was chosen to know what would happen. */
  readonly isAsked: boolean;
  readonly error: string | null;
}

/** What a change would do: how many records it would change, leave, or be refused by, and each of them. */
export function BulkPreviewView({ preview, columns, isAsked, error }: BulkPreviewViewProps) {
  const { t } = useTranslation('grid');
  const { answer, rows, isLoading, loadMore } = preview;
  return (
    // Scrolls by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.preview} role="group" aria-label={t('bulk.preview')} tabIndex={0}>
      <div role="status" className={styles.counts} data-loading={isLoading || undefined}>
        {!isAsked && <p className={styles.quiet}>{t('bulk.chooseValue')}</p>}
        {isAsked && answer === null && isLoading && (
          <Loader size="xs" aria-label={t('bulk.looking')} />
        )}
        {error !== null && <p className={styles.wrong}>{error}</p>}
        {isAsked && answer !== null && (
          <>
            <p className={styles.main}>{t('bulk.willChange', { count: answer.changed })}</p>
            {answer.unchanged > 0 && (
              <p className={styles.quiet}>{t('bulk.alreadySo', { count: answer.unchanged })}</p>
            )}
          </>
        )}
      </div>
      {isAsked && answer !== null && answer.refused > 0 && (
        <section className={styles.refused} aria-label={t('bulk.refusedTitle')}>
          <p className={styles.refusedMain}>
            <IconAlertTriangle size="1rem" aria-hidden />
            {t('bulk.refused', { count: answer.refused })}
          </p>
          <ul className={styles.reasons}>
            {answer.refusals.map(({ field, rule, count }) => (
              <li key={`${field} ${rule}`}>
                {t('bulk.reason', { count, reason: t(`vocabulary:rule.${rule}`) })}
              </li>
            ))}
          </ul>
          <details>
            <summary>{t('bulk.whichRefuse')}</summary>
            <ul className={styles.names}>
              {rows.refused.map(({ id, label }) => (
                <li key={id}>{label}</li>
              ))}
            </ul>
            <More
              shown={rows.refused.length}
              total={answer.refused}
              isLoading={isLoading}
              onMore={() => {
                loadMore('refused');
              }}
            />
          </details>
        </section>
      )}
      {isAsked && rows.changed.length > 0 && answer !== null && (
        <>
          <ul className={styles.rows} aria-label={t('bulk.beforeAfter')}>
            {rows.changed.map((row) => (
              <PreviewLine key={row.id} row={row} columns={columns} />
            ))}
          </ul>
          <More
            shown={rows.changed.length}
            total={answer.changed}
            isLoading={isLoading}
            onMore={() => {
              loadMore('changed');
            }}
          />
        </>
      )}
    </div>
  );
}

function PreviewLine({ row, columns }: { row: PreviewRow; columns: readonly GridColumn[] }) {
  const { t, i18n } = useTranslation('grid');
  const words = { language: i18n.language, yes: t('yes'), no: t('no') };
  function text(value: HeldValue, field: string): string {
    if (Array.isArray(value)) return value.join(', ');
    const column = columns.find((each) => (each.labelsField ?? each.field) === field);
    const plain: unknown = value;
    if (column === undefined || typeof plain === 'object') return '';
    return formatCell(value as string | number | boolean, column, words); // neither a list nor null
  }
  return (
    <li className={styles.line}>
      <span className={styles.lineName}>{row.label}</span>
      {row.cells.map(({ field, before, after }) => (
        <span key={field} className={styles.change}>
          <Held text={text(before, field)} className={styles.before} />
          <IconArrowRight size="0.9rem" aria-label={t('bulk.becomes')} role="img" />
          <Held text={text(after, field)} className={styles.after} />
        </span>
      ))}
    </li>
  );
}

function Held({ text, className }: { text: string; className: string | undefined }) {
  const { t } = useTranslation('grid');
  return text === '' ? (
    <em className={styles.empty}>{t('history.empty')}</em>
  ) : (
    <span className={className}>{text}</span>
  );
}

function More({
  shown,
  total,
  isLoading,
  onMore,
}: {
  shown: number;
  total: number;
  isLoading: boolean;
  onMore: () => void;
}) {
  const { t } = useTranslation('grid');
  if (shown >= total) return null;
  return (
    <Button size="compact-xs" variant="subtle" loading={isLoading} onClick={onMore}>
      {t('bulk.more', { count: total - shown })}
    </Button>
  );
}
