import { ActionIcon, Button, Loader, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EntityName } from '#domain/registry.ts';
import { entityOf, isEntityName } from '#domain/registry.ts';
import { wordsOfRichText } from '#domain/rich-text.ts';

import { useFormat } from '#ui/format.ts';

import { formatDay } from './date-typing.ts';
import type { HistoryGroup, HistoryLine } from './history-groups.ts';
import { groupHistory, isBlank } from './history-groups.ts';
import styles from './HistoryPanel.module.css';
import type { RecordPort } from './record-port.ts';

export interface HistoryPanelProps {
  readonly table: EntityName;
  readonly id: string;
  /** Undefined while it is being read. */
  readonly entries: readonly HistoryLine[] | undefined;
  readonly port: RecordPort;
  readonly isReadOnly: boolean;
}

const SHOWN_AT_FIRST = 8;
const LONGEST = 160;

/** Names of the records that the history speaks of by their identifiers. */
function useNames({ table, entries, port }: HistoryPanelProps): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let isCurrent = true;
    const { fields } = entityOf(table);
    const wanted = new Map<string, EntityName>();
    for (const { field, before, after } of entries ?? []) {
      const target = field === null ? undefined : fields[field]?.target;
      if (target === undefined || !isEntityName(target)) continue;
      for (const value of [before, after]) if (typeof value === 'string') wanted.set(value, target);
    }
    Promise.all(
      [...wanted].map(async ([id, of]): Promise<[string, string]> => {
        const named = await port.label(of, id);
        return [id, named?.label ?? '…'];
      }),
    ).then((found) => {
      if (isCurrent) setNames(new Map(found));
    }, port.report);
    return () => {
      isCurrent = false;
    };
  }, [table, entries, port]);
  return names;
}

/** The life of a record in sentences, latest first; any operation of it can be undone from here. */
export function HistoryPanel(props: HistoryPanelProps) {
  const { table, entries, port, isReadOnly } = props;
  const { t } = useTranslation('grid');
  const format = useFormat();
  const names = useNames(props);
  const [isWhole, setWhole] = useState(false);
  if (entries === undefined) return <Loader size="sm" aria-label={t('panel.loading')} />;
  const groups = groupHistory(entries);
  if (groups.length === 0) return <Text c="dimmed">{t('history.none')}</Text>;
  const shown = isWhole ? groups : groups.slice(0, SHOWN_AT_FIRST);

  function words(field: string, value: unknown): string {
    if (isBlank(value)) return t('history.empty');
    const declared = entityOf(table).fields[field];
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    switch (declared?.kind) {
      case 'choice':
        return t('history.quoted', {
          value: t(`vocabulary:choice.${table}.${field}.${String(value)}`),
        });
      case 'date':
        return formatDay(String(value), format.language, 'medium');
      case 'reference':
        return t('history.quoted', { value: names.get(String(value)) ?? '…' });
      case 'json':
        return Array.isArray(value)
          ? value.join(', ')
          : Object.keys(value as object) // an object, as its declaration says
              .map((key) => t(`vocabulary:field.${table}.${key}`))
              .join(', ');
      default: {
        const plain = typeof value === 'number' ? format.number(value) : String(value);
        const text = declared?.isRich === true ? wordsOfRichText(plain) : plain;
        if (text.trim() === '') return t('history.empty');
        const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
        return typeof value === 'number' ? short : t('history.quoted', { value: short });
      }
    }
  }

  function sentence({ field, before, after, isOfMerged }: HistoryLine): string {
    if (field === null) return t(isOfMerged ? 'history.createdMerged' : 'history.created');
    if (field === 'deletedAt') {
      if (isOfMerged) return t(after === null ? 'history.separated' : 'history.absorbed');
      return t(after === null ? 'history.restored' : 'history.removed');
    }
    const name = t(`vocabulary:field.${table}.${field}`);
    return isBlank(before)
      ? t('history.first', { field: name, after: words(field, after) })
      : t('history.sentence', {
          field: name,
          before: words(field, before),
          after: words(field, after),
        });
  }

  function group({ operationId, at, author, kind, reason, lines }: HistoryGroup, index: number) {
    return (
      <li key={operationId} className={styles.group} data-latest={index === 0 || undefined}>
        <div className={styles.head}>
          <span className={styles.by}>
            {t('history.by', { author, at: format.dateTime(at) })}
            {kind !== 'edit' && ` · ${format.reason(reason)}`}
            {lines.every(({ isOfMerged }) => isOfMerged) && ` · ${t('history.ofMerged')}`}
          </span>
          {!isReadOnly && kind !== 'undo' && kind !== 'founding' && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t('history.undoOf', { at: format.dateTime(at) })}
              title={t('history.undo')}
              onClick={() => {
                port.undoOperation(operationId).catch(port.report);
              }}
            >
              <IconArrowBackUp size="1rem" />
            </ActionIcon>
          )}
        </div>
        <ul className={styles.lines}>
          {lines.map((line, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- lines of an operation never move
            <li key={`${line.field} ${place}`}>{sentence(line)}</li>
          ))}
        </ul>
      </li>
    );
  }

  return (
    <>
      <ol className={styles.list}>{shown.map(group)}</ol>
      {shown.length < groups.length && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            setWhole(true);
          }}
        >
          {t('history.more', { count: groups.length - shown.length })}
        </Button>
      )}
    </>
  );
}
