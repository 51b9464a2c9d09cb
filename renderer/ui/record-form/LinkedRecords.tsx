import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EntityName } from '#domain/registry.ts';

import { EntityIcon } from '#ui/EntityIcon.tsx';
import { useFormat } from '#ui/format.ts';

import { formatDay } from './date-typing.ts';
import type { NamedOption, RecordPort } from './record-port.ts';
import styles from './Section.module.css';

export interface LinkedRecordsProps {
  readonly linked: readonly {
    readonly table: EntityName;
    readonly records: readonly NamedOption[];
  }[];
  readonly port: RecordPort;
}

const SHOWN_AT_FIRST = 6;

/** Everything else that speaks of this record, kind by kind, each a link. */
export function LinkedRecords({ linked, port }: LinkedRecordsProps) {
  return linked.map(({ table, records }) => (
    <OfOneKind key={table} table={table} records={records} port={port} />
  ));
}

function OfOneKind({
  table,
  records,
  port,
}: LinkedRecordsProps['linked'][number] & { port: RecordPort }) {
  const { t } = useTranslation('grid');
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? records : records.slice(0, SHOWN_AT_FIRST);
  const isDay = /^\d{4}-\d{2}-\d{2}$/;
  return (
    <>
      <h4 className={styles.kind}>
        <EntityIcon table={table} size={15} />
        {format.entity(table, records.length)}
        {records.length > 1 && <span className={styles.quiet}>{records.length}</span>}
      </h4>
      <ul className={styles.links}>
        {shown.map(({ id, label, detail }) => (
          <li key={id}>
            <Anchor href={port.hrefOf(table, id)} size="sm">
              {label === '' ? format.entity(table) : label}
            </Anchor>
            {detail !== '' && (
              <span className={styles.quiet}>
                {isDay.test(detail) ? formatDay(detail, format.language, 'medium') : detail}
              </span>
            )}
          </li>
        ))}
      </ul>
      {shown.length < records.length && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            setWhole(true);
          }}
        >
          {t('form.seeAll', { count: records.length })}
        </Button>
      )}
    </>
  );
}
