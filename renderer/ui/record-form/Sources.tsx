import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { RecordPort } from './record-port.ts';
import styles from './Section.module.css';

export interface SourcesProps {
  readonly citations: readonly {
    readonly sourceId: string;
    readonly sourceLabel: string;
    readonly locator: string | null;
  }[];
  readonly port: RecordPort;
}

/** The documents that the record's facts come from, and where in them. */
export function Sources({ citations, port }: SourcesProps) {
  const { t } = useTranslation('grid');
  const sources = [...new Map(citations.map((c) => [c.sourceId, c.sourceLabel]))];
  const placesIn = (source: string): string[] => [
    ...new Set(
      citations.flatMap((c) => (c.sourceId === source && c.locator !== null ? [c.locator] : [])),
    ),
  ];
  return (
    <ul className={styles.links}>
      {sources.map(([source, label]) => (
        <li key={source}>
          <Anchor href={port.hrefOf('sourceDocument', source)} size="sm">
            {label}
          </Anchor>
          <span className={styles.quiet}>{placesIn(source).join(t('form.placesJoin'))}</span>
        </li>
      ))}
    </ul>
  );
}
