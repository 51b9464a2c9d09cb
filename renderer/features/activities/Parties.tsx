import { ActionIcon, Anchor, Checkbox, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import styles from './Activities.module.css';

interface Party {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly role: string | null;
  readonly isSignatory?: boolean;
}

interface PartiesProps {
  readonly of:
    | { readonly table: 'activityPartner'; readonly activityId: string }
    | { readonly table: 'agreementParty'; readonly agreementId: string };
  readonly title: string;
  readonly addLabel: string;
  readonly noneText: string;
  readonly parties: readonly Party[];
  readonly isReadOnly: boolean;
}

/** Who takes part in an activity or an agreement; every change is saved at once. */
export function Parties({ of, title, addLabel, noneText, parties, isReadOnly }: PartiesProps) {
  const { table, ...owner } = of;
  return (
    <Section title={title} count={parties.length} anchor="parties">
      {parties.length === 0 && <p className={styles['quiet']}>{noneText}</p>}
      <ul className={styles['plain']} aria-label={title}>
        {parties.map((party) => (
          <PartyLine key={party.id} table={table} party={party} isReadOnly={isReadOnly} />
        ))}
      </ul>
      {!isReadOnly && (
        <ReferencePicker
          key={parties.length}
          table="organisation"
          label={addLabel}
          port={recordPort}
          size="xs"
          isOptional
          value={null}
          onChange={(organisationId) => {
            if (organisationId === null) return;
            recordPort.create(table, { ...owner, organisationId }).catch(recordPort.report);
          }}
        />
      )}
    </Section>
  );
}

interface PartyLineProps {
  readonly table: PartiesProps['of']['table'];
  readonly party: Party;
  readonly isReadOnly: boolean;
}

function PartyLine({ table, party, isReadOnly }: PartyLineProps) {
  const { t } = useTranslation('activities');
  const { id, organisationId, name, role, isSignatory } = party;
  const [typed, setTyped] = useState<string | null>(null);
  const save = (patch: Readonly<Record<string, unknown>>): void => {
    recordPort.save(table, id, patch).catch(recordPort.report);
  };
  const keep = (): void => {
    if (typed === null) return;
    const next = typed.trim() === '' ? null : typed.trim();
    if (next !== role) save({ role: next });
    setTyped(null);
  };
  return (
    <li className={styles['item']}>
      <div className={styles['grow']}>
        <Anchor href={recordPort.hrefOf('organisation', organisationId)} size="sm">
          {name}
        </Anchor>
      </div>
      <TextInput
        className={styles['role'] ?? ''}
        size="xs"
        aria-label={`${t('role')} – ${name}`}
        placeholder={t('role')}
        readOnly={isReadOnly}
        maxLength={500}
        value={typed ?? role ?? ''}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
      {isSignatory !== undefined && (
        <Checkbox
          size="xs"
          label={t('agreement.signatory')}
          aria-label={t('agreement.isSignatory', { name })}
          checked={isSignatory}
          disabled={isReadOnly}
          onChange={(event) => save({ isSignatory: event.currentTarget.checked })}
        />
      )}
      {!isReadOnly && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('remove', { name })}
          onClick={() => {
            recordPort.remove(table, [id]).catch(recordPort.report);
          }}
        >
          <IconTrash size="1.1rem" aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
