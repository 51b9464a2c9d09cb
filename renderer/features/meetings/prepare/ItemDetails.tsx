import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { AgendaItemView } from '#contract/meeting.channels.ts';
import { entityOf } from '#domain/registry.ts';
import { recordPort } from '#stores/record-port.ts';
import { FormField } from '#ui/record-form/FormField.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';

import { doSave } from '../do-write.ts';
import classes from '../Meetings.module.css';
import { OfficeNote } from '../OfficeNote.tsx';
import { useMeetingParts } from '../parts.ts';

interface ItemDetailsProps {
  readonly meetingId: string;
  readonly item: AgendaItemView;
  readonly isReadOnly: boolean;
}

/** Who brings an item, what is noted of it, and the documents it is about. */
export function ItemDetails({ meetingId, item, isReadOnly }: ItemDetailsProps) {
  const { t } = useTranslation('meetings');
  const { Files } = useMeetingParts();
  const { note } = entityOf('agendaItem').fields;
  const save = (patch: Readonly<Record<string, unknown>>): void => {
    void doSave('agendaItem', item.id, patch);
  };
  return (
    <div className={classes['itemDetails']}>
      <div>
        <ReferencePicker
          table="person"
          label={t('prepare.presenter')}
          port={recordPort}
          isOptional
          isReadOnly={isReadOnly}
          value={item.presenterId}
          valueLabel={item.presenterName ?? undefined}
          onChange={(presenterId) => {
            save({ presenterId });
          }}
        />
        <OfficeNote meetingId={meetingId} personId={item.presenterId} />
      </div>
      <ReferencePicker
        table="subGroup"
        label={t('prepare.subGroup')}
        port={recordPort}
        isOptional
        isReadOnly={isReadOnly}
        canCreate={false}
        value={item.subGroupId}
        valueLabel={item.subGroupName ?? undefined}
        onChange={(subGroupId) => {
          save({ subGroupId });
        }}
      />
      {note !== undefined && (
        <div data-wide>
          <FormField
            of={{
              table: 'agendaItem',
              id: item.id,
              field: 'note',
              record: { note: item.note },
              port: recordPort,
            }}
            declared={note}
            isReadOnly={isReadOnly}
          />
        </div>
      )}
      <Checkbox
        data-wide
        label={t('prepare.isStanding')}
        checked={item.isStanding}
        disabled={isReadOnly}
        onChange={(event) => {
          save({ isStanding: event.currentTarget.checked });
        }}
      />
      <div data-wide>
        <Files
          table="agendaItem"
          id={item.id}
          name={item.title}
          attachments={item.files}
          isReadOnly={isReadOnly}
        />
      </div>
    </div>
  );
}
