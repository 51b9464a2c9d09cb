import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { RecordSheet } from '#ui/record-form/RecordSheet.tsx';
import { textOf } from '#ui/text-of.ts';

import { Files } from './Files.tsx';
import { FileZone } from './FileZone.tsx';
import { Standing } from './Standing.tsx';

export interface DeliverableSheetProps {
  readonly id: string;
  readonly sheet: NonNullable<ChannelOutput<'deliverables:sheet'>>;
  readonly isReadOnly: boolean;
}

/** Everything about a deliverable: where it stands, who owed it then, its files and their versions. */
export function DeliverableSheet({ id, sheet, isReadOnly }: DeliverableSheetProps) {
  const { t } = useTranslation('deliverables');
  const { record, standing, attachments } = sheet;
  return (
    <FileZone table="deliverable" id={id} isReadOnly={isReadOnly}>
      <Standing standing={standing} />
      <Files
        table="deliverable"
        id={id}
        name={textOf(record['title'])}
        attachments={attachments}
        isReadOnly={isReadOnly}
      />
      <RecordSheet
        table="deliverable"
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
        {null}
      </RecordSheet>
    </FileZone>
  );
}
