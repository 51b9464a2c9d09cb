import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

import type { LinkedRecordsProps } from './LinkedRecords.tsx';
import { LinkedRecords } from './LinkedRecords.tsx';
import type { RecordFormProps } from './RecordForm.tsx';
import { RecordForm } from './RecordForm.tsx';
import { RecordHistory } from './RecordHistory.tsx';
import { Section } from './Section.tsx';
import type { SourcesProps } from './Sources.tsx';
import { Sources } from './Sources.tsx';

export interface RecordSheetProps extends Omit<RecordFormProps, 'record'> {
  readonly sheet: Pick<RecordFormProps, 'record'> &
    Pick<LinkedRecordsProps, 'linked'> &
    Pick<SourcesProps, 'citations'>;
  readonly texts: {
    readonly linked: string;
    readonly sources: string;
    readonly noSource: string;
  };
  /** What only this kind of record has, between its fields and what speaks of it. */
  readonly children: ReactNode;
}

/** The page of a record: its fields, its own sections, what speaks of it, its sources, its history. */
export function RecordSheet({ sheet, texts, children, ...of }: RecordSheetProps) {
  const { port } = of;
  return (
    <>
      <RecordForm {...of} record={sheet.record} />
      {children}
      {sheet.linked.length > 0 && (
        <Section title={texts.linked} anchor="linked">
          <LinkedRecords linked={sheet.linked} port={port} />
        </Section>
      )}
      <Section title={texts.sources} anchor="sources">
        {sheet.citations.length === 0 ? (
          <Text size="sm" c="dimmed">
            {texts.noSource}
          </Text>
        ) : (
          <Sources citations={sheet.citations} port={port} />
        )}
      </Section>
      <RecordHistory {...of} />
    </>
  );
}
