import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';

import styles from './Activities.module.css';

export interface DraftParty {
  readonly key: number;
  readonly organisationId: string | null;
  readonly name: string;
  readonly role: string;
  readonly isSignatory: boolean;
}

interface PartyRowsProps {
  readonly title: string;
  readonly addLabel: string;
  readonly hasSignatories?: boolean;
  readonly rows: readonly DraftParty[];
  readonly onChange: (rows: readonly DraftParty[]) => void;
}

const blankRow = (key: number): DraftParty => ({
  key,
  organisationId: null,
  name: '',
  role: '',
  isSignatory: true,
});

/** Organisations that take part in what is being made, a row each. */
export function PartyRows({
  title,
  addLabel,
  hasSignatories = false,
  rows,
  onChange,
}: PartyRowsProps) {
  const { t } = useTranslation('activities');
  const change = (key: number, patch: Partial<DraftParty>): void =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...patch } : row)));
  return (
    <fieldset className={styles['rows']}>
      <legend>{title}</legend>
      {rows.map((row, at) => (
        <div key={row.key} className={styles['row']} data-signatory={hasSignatories || undefined}>
          <ReferencePicker
            table="organisation"
            label={t('vocabulary:entity.organisation.one')}
            port={recordPort}
            isOptional
            isInitiallyFocused={at > 0}
            value={row.organisationId}
            onChange={(organisationId, name) => change(row.key, { organisationId, name })}
          />
          <TextInput
            label={t('role')}
            value={row.role}
            maxLength={500}
            onChange={(event) => change(row.key, { role: event.currentTarget.value })}
          />
          {hasSignatories && (
            <Checkbox
              mt="lg"
              label={t('agreement.signatory')}
              checked={row.isSignatory}
              onChange={(event) => change(row.key, { isSignatory: event.currentTarget.checked })}
            />
          )}
          <ActionIcon
            mt="lg"
            variant="subtle"
            color="gray"
            aria-label={t('removeRow', { number: at + 1 })}
            onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
          >
            <IconTrash size="1.1rem" aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size="1rem" aria-hidden />}
        onClick={() =>
          onChange([...rows, blankRow(Math.max(0, ...rows.map(({ key }) => key)) + 1)])
        }
      >
        {addLabel}
      </Button>
    </fieldset>
  );
}

/** The rows that name an organisation, as channels take them. */
export function chosenParties(rows: readonly DraftParty[]) {
  return rows.flatMap(({ organisationId, role, isSignatory }) =>
    organisationId === null ? [] : [{ organisationId, role, isSignatory }],
  );
}
