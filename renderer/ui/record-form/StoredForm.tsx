import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EntityName } from '#domain/registry.ts';

import type { RecordPort } from './record-port.ts';
import { RecordForm } from './RecordForm.tsx';

export interface StoredFormProps {
  readonly table: EntityName;
  readonly id: string;
  readonly port: RecordPort;
  readonly isReadOnly: boolean;
}

type Listener = Parameters<RecordPort['watchRecord']>[2];

/** The form of a record known by its identifier alone. */
export function StoredForm(props: StoredFormProps) {
  const { t } = useTranslation('grid');
  const { table, id, port } = props;
  const [told, setTold] = useState<{ id: string; record: Parameters<Listener>[0] }>();
  useEffect(
    () =>
      port.watchRecord(table, id, (record) => {
        setTold({ id, record });
      }),
    [table, id, port],
  );
  const record = told?.id === id ? told.record : undefined;
  if (record === undefined || record === null) {
    return <Loader size="sm" aria-label={t('panel.loading')} />;
  }
  return <RecordForm {...props} record={record} />;
}
