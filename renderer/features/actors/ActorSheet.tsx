import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { RecordSheet } from '#ui/record-form/RecordSheet.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import { Aliases } from './Aliases.tsx';
import { Mandates } from './Mandates.tsx';

interface ActorSheetProps {
  readonly table: 'organisation' | 'person';
  readonly id: string;
  readonly sheet: NonNullable<ChannelOutput<'actors:organisation' | 'actors:person'>>;
  readonly isReadOnly: boolean;
  /** What comes right after the fields: functions, and what draws them. */
  readonly children: ReactNode;
}

/** The page of an actor of either kind: its functions, then mandates, names and what speaks of it. */
export function ActorSheet({ table, id, sheet, isReadOnly, children }: ActorSheetProps) {
  const { t } = useTranslation('actors');
  return (
    <RecordSheet
      table={table}
      id={id}
      sheet={sheet}
      port={recordPort}
      isReadOnly={isReadOnly}
      texts={{
        linked: t('sheet.linked'),
        sources: t('sheet.sources'),
        noSource: t('sheet.noSource'),
      }}
    >
      {children}
      {sheet.mandates.length > 0 && (
        <Section title={t('sheet.mandates')} count={sheet.mandates.length}>
          <Mandates
            mandates={sheet.mandates}
            names={table === 'person' ? 'body' : 'person'}
            isReadOnly={isReadOnly}
          />
        </Section>
      )}
      <Aliases table={table} id={id} aliases={sheet.aliases} isReadOnly={isReadOnly} />
    </RecordSheet>
  );
}
