import { Anchor, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EntityName } from '#domain/registry.ts';

import type { NamedOption, RecordPort } from './record-port.ts';
import styles from './Section.module.css';

export interface SimilarRecordsProps {
  readonly table: EntityName;
  readonly name: string;
  readonly port: RecordPort;
}

const SHORTEST = 3;
const SHOWN = 4;

/** While a new record is named: the ones already known under such a name. */
export function SimilarRecords({ table, name, port }: SimilarRecordsProps) {
  const { t } = useTranslation('grid');
  const [found, setFound] = useState<readonly NamedOption[]>([]);
  const wanted = name.trim();
  useEffect(() => {
    if (wanted.length < SHORTEST) return undefined;
    let isCurrent = true;
    port.options(table, wanted).then((options) => {
      if (isCurrent) setFound(options.slice(0, SHOWN));
    }, port.report);
    return () => {
      isCurrent = false;
    };
  }, [table, wanted, port]);
  return (
    <div role="status">
      {wanted.length >= SHORTEST && found.length > 0 && (
        <>
          <Text size="xs" c="dimmed">
            {t('form.alreadyKnown')}
          </Text>
          <ul className={styles.links}>
            {found.map(({ id, label, detail }) => (
              <li key={id}>
                <Anchor size="sm" href={port.hrefOf(table, id)}>
                  {label}
                </Anchor>
                <span className={styles.quiet}>{detail}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
