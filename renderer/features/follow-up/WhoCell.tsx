import { Popover, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { FollowUpRow } from '#contract/follow-up.channels.ts';
import type { RecordPatch } from '#domain/registry.ts';
import { recordPort } from '#stores/record-port.ts';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';

import classes from './FollowUp.module.css';

interface WhoCellProps {
  readonly row: FollowUpRow;
  readonly isReadOnly: boolean;
  readonly isEdited: boolean;
  readonly onEdit: () => void;
  readonly onDone: () => void;
  readonly onChange: (patch: RecordPatch<'actionItem'>) => void;
}

/** Who has to do it: a person, an organisation, or both. */
export function WhoCell({ row, isReadOnly, isEdited, onEdit, onDone, onChange }: WhoCellProps) {
  const { t } = useTranslation('followUp');
  const { responsiblePersonName: person, responsibleOrganisationName: organisation } = row;
  const name = person ?? organisation ?? t('nobody');
  return (
    <Popover
      opened={isEdited}
      trapFocus
      position="bottom-start"
      shadow="md"
      width={340}
      onChange={(isOpen) => {
        if (!isOpen) onDone();
      }}
    >
      <Popover.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes['cell']}
          data-empty={(person === null && organisation === null) || undefined}
          disabled={isReadOnly}
          aria-label={t('changeWho', { name, title: row.title })}
          onClick={onEdit}
        >
          <span className={classes['who']}>
            {name}
            {person !== null && organisation !== null && (
              <span className={classes['of']}>{organisation}</span>
            )}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('responsible')}>
        <Stack gap="sm">
          <ReferencePicker
            table="person"
            label={t('person')}
            port={recordPort}
            isOptional
            isInitiallyFocused
            value={row.responsiblePersonId}
            valueLabel={person ?? undefined}
            onChange={(id) => {
              onChange({ responsiblePersonId: id });
              onDone();
            }}
          />
          <ReferencePicker
            table="organisation"
            label={t('organisation')}
            port={recordPort}
            isOptional
            value={row.responsibleOrganisationId}
            valueLabel={organisation ?? undefined}
            onChange={(id) => {
              onChange({ responsibleOrganisationId: id });
              onDone();
            }}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
