import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EntityName } from '#domain/registry.ts';

import type { HistoryLine } from './history-groups.ts';
import { HistoryPanel } from './HistoryPanel.tsx';
import type { RecordPort } from './record-port.ts';
import { Section } from './Section.tsx';

export interface RecordHistoryProps {
  readonly table: EntityName;
  readonly id: string;
  readonly port: RecordPort;
  readonly isReadOnly: boolean;
}

/** The part of a record's page that tells what happened to it. */
export function RecordHistory({ table, id, port, isReadOnly }: RecordHistoryProps) {
  const { t } = useTranslation('grid');
  const [told, setTold] = useState<{ id: string; lines: readonly HistoryLine[] | undefined }>();
  useEffect(
    () =>
      port.watchHistory(table, id, (lines) => {
        setTold({ id, lines });
      }),
    [table, id, port],
  );
  const entries = told?.id === id ? told.lines : undefined;
  return (
    <Section title={t('history.title')} anchor="history">
      <HistoryPanel {...{ table, id, entries, port, isReadOnly }} />
    </Section>
  );
}
