import { Anchor, Skeleton, Text } from '@mantine/core';
import { IconFileUnknown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import { isId } from '#domain/ids.ts';
import type { EntityName } from '#domain/registry.ts';
import { isEntityName } from '#domain/registry.ts';
import { recordPath, useBreadcrumb } from '#stores/navigation.store.ts';
import { recordPort } from '#stores/record-port.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { useFormat } from '#ui/format.ts';
import { RecordForm } from '#ui/record-form/RecordForm.tsx';
import { RecordHistory } from '#ui/record-form/RecordHistory.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { Screen } from '#ui/Screen.tsx';

import classes from './Record.module.css';

interface RecordScreenProps {
  readonly table: string;
  readonly id: string;
}

/** Any record that has no screen of its own yet: its fields, edited in place, and its history. */
export function RecordScreen({ table, id }: RecordScreenProps) {
  return isEntityName(table) && isId(id) ? <Sheet table={table} id={id} /> : <Missing />;
}

function Sheet({ table, id }: { readonly table: EntityName; readonly id: string }) {
  const { t } = useTranslation('record');
  const { entity } = useFormat();
  const isReadOnly = useSession(selectIsReadOnly);
  const { data: record, error } = useQuery('records:get', { table, id });
  const { data: named } = useQuery('records:label', { table, id });
  const kind = entity(table);
  const name = named?.label ?? '';
  useBreadcrumb([{ label: kind }]);
  if (record === null) return <Missing />;
  const isRemoved = (record?.['deletedAt'] ?? null) !== null;

  return (
    <Screen
      title={name === '' ? kind : name}
      description={name === '' ? undefined : kind}
      width="reading"
    >
      {error === null ? null : <RefusalNote error={error} />}
      {record === undefined ? (
        error === null && <Skeleton h={280} radius="md" />
      ) : (
        <div className={classes['card']}>
          <h2 className="r-visually-hidden">{t('record:fields')}</h2>
          {isRemoved ? <Text mb="md">{t('record:removed')}</Text> : null}
          <Subject record={record} />
          <RecordForm
            table={table}
            id={id}
            record={record}
            port={recordPort}
            isReadOnly={isReadOnly || isRemoved}
          />
          <RecordHistory table={table} id={id} port={recordPort} isReadOnly={isReadOnly} />
        </div>
      )}
    </Screen>
  );
}

/** For a record that speaks of another of any kind, such as a citation: the way to that one. */
function Subject({ record }: { readonly record: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation('record');
  const { recordTable, recordId } = record;
  const isKnown = typeof recordTable === 'string' && isEntityName(recordTable) && isId(recordId);
  const { data } = useQuery('records:label', isKnown ? { table: recordTable, id: recordId } : null);
  if (!isKnown || data === undefined || data === null) return null;
  return (
    <Text mb="md">
      {t('record:about')}{' '}
      <Anchor component={Link} href={recordPath(recordTable, recordId)}>
        {data.label}
      </Anchor>
    </Text>
  );
}

function Missing() {
  const { t } = useTranslation('record');
  return (
    <Screen title={t('record:missing.title')}>
      <EmptyScreen
        icon={IconFileUnknown}
        title={t('record:missing.heading')}
        description={t('record:missing.description')}
      />
    </Screen>
  );
}
