import { ActionIcon, Anchor, Button, Skeleton, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { TracedRecord } from '#contract/edition.views.ts';
import { recordPath } from '#stores/navigation.store.ts';
import { recordPort } from '#stores/record-port.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { StoredForm } from '#ui/record-form/StoredForm.tsx';
import { EntityIcon } from '#ui/EntityIcon.tsx';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import classes from './document/Document.module.css';
import type { Traced } from './traced.ts';
import { keyOfRefs } from './traced.ts';

/** Records named at a time, and the most that are asked for. */
const SHOWN = 30;
const MOST = 500;

interface TracedRecordsProps {
  readonly traced: Traced;
  readonly onClose: () => void;
}

/** Each figure has a panel of its own: opening another begins anew. */
export const TracedRecords = (props: TracedRecordsProps) => (
  <Panel key={`${props.traced.text} ${keyOfRefs(props.traced.refs)}`} {...props} />
);

/** Beside the document: the records that a figure was counted from, or stands in. */
function Panel({ traced, onClose }: TracedRecordsProps) {
  const { t } = useTranslation('reports');
  const { text, refs } = traced;
  const { data, error } = useQuery('editions:records', { refs: refs.slice(0, MOST) });
  const [isWhole, setWhole] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const from = useRef<Element | null>(null);
  useEffect(() => {
    from.current ??= document.activeElement;
    title.current?.focus();
  }, []);

  function close(): void {
    onClose();
    const origin = from.current;
    // Back in the document, at the figure that was pressed.
    if (origin instanceof HTMLIFrameElement) {
      origin.focus();
      origin.contentDocument?.querySelector<HTMLElement>('[data-open]')?.focus();
    } else if (origin instanceof HTMLElement) origin.focus();
  }

  const shown = isWhole ? data : data?.slice(0, SHOWN);
  return (
    // Esc closes from anywhere in the panel.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      className={classes['traced']}
      aria-label={t('traced.of', { text })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      <header className={classes['tracedHead']}>
        <h2 ref={title} tabIndex={-1}>
          {text}
        </h2>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('traced.close')}
          title={t('traced.close')}
          onClick={close}
        >
          <IconX size="1.1rem" aria-hidden />
        </ActionIcon>
      </header>
      <Text size="sm" c="dimmed">
        {t('traced.count', { count: refs.length })}
      </Text>
      {error === null ? null : <RefusalNote error={error} />}
      {data === undefined && error === null && <Skeleton h={48} />}
      <ul className={classes['tracedList']}>
        {shown?.map((record) => (
          <Row
            key={`${record.table} ${record.id}`}
            record={record}
            isInitiallyOpen={data?.length === 1}
          />
        ))}
      </ul>
      {data !== undefined && !isWhole && data.length > SHOWN && (
        <Button variant="default" size="compact-sm" onClick={() => setWhole(true)}>
          {t('traced.all', { count: data.length })}
        </Button>
      )}
    </aside>
  );
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

interface RowProps {
  readonly record: TracedRecord;
  readonly isInitiallyOpen: boolean;
}

/** One record: what it is, its fields once unfolded, the way to its own sheet. */
function Row({ record, isInitiallyOpen }: RowProps) {
  const { t } = useTranslation('reports');
  const isReadOnly = useSession(selectIsReadOnly);
  const [isOpen, setOpen] = useState(isInitiallyOpen && !record.isGone);
  const { table, id, label, detail, entityLabel, isGone, opens } = record;
  const { shortDate } = useFormat();
  const bodyId = useId();
  return (
    <li>
      <button
        type="button"
        className={classes['tracedRow']}
        aria-expanded={isOpen}
        aria-controls={bodyId}
        disabled={isGone}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? (
          <IconChevronDown size="1rem" aria-hidden />
        ) : (
          <IconChevronRight size="1rem" aria-hidden />
        )}
        <span className={classes['tracedName']}>
          <span>{label}</span>
          <span className={classes['tracedDetail']}>
            <EntityIcon table={table} size={14} />
            {[
              entityLabel,
              isDay(detail) ? shortDate(detail) : detail,
              ...(isGone ? [t('traced.gone')] : []),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </span>
      </button>
      <div id={bodyId} hidden={!isOpen} className={classes['tracedBody']}>
        {isOpen && (
          <>
            <Text size="sm" mb="sm">
              <Anchor
                component={Link}
                href={opens === null ? recordPath(table, id) : recordPath(opens.table, opens.id)}
              >
                {opens === null ? t('traced.open') : t('traced.opens', { name: opens.label })}
              </Anchor>
            </Text>
            <StoredForm table={table} id={id} port={recordPort} isReadOnly={isReadOnly} />
          </>
        )}
      </div>
    </li>
  );
}
