import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelInput } from '#contract/channels.ts';
import { refusalText } from '#ui/data-grid/refusal.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { useFocusAtFirst } from '#ui/record-form/use-focus-at-first.ts';

import styles from './Activities.module.css';
import { make } from './do-write.ts';
import type { DraftParty } from './PartyRows.tsx';
import { chosenParties, PartyRows } from './PartyRows.tsx';

const statuses = ['planned', 'inForce', 'ended'] as const;
type Status = NonNullable<ChannelInput<'activities:createAgreement'>['status']>;

interface NewAgreementProps {
  readonly groupId: string;
  readonly onMade: (id: string) => void;
}

/** An agreement as one takes it down: what it is about, its period, and who signed it. */
export function NewAgreement({ groupId, onMade }: NewAgreementProps) {
  const { t } = useTranslation('activities');
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState('');
  const [days, setDays] = useState<{
    readonly signedOn: string | null;
    readonly fromOn: string | null;
    readonly toOn: string | null;
  }>({ signedOn: null, fromOn: null, toOn: null });
  const [status, setStatus] = useState<Status>('inForce');
  const [parties, setParties] = useState<readonly DraftParty[]>([]);
  const [error, setError] = useState<string | null>(null);
  const isUnderWay = useRef(false);
  const first = useFocusAtFirst<HTMLInputElement>();

  function create(): void {
    if (isUnderWay.current || name.trim() === '') return;
    isUnderWay.current = true;
    make('activities:createAgreement', {
      groupId: groupId,
      name,
      purpose,
      ...days,
      status,
      parties: chosenParties(parties),
    })
      .then(onMade, (thrown: unknown) => setError(refusalText(thrown, 'name')))
      .finally(() => {
        isUnderWay.current = false;
      });
  }

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <TextInput
        ref={first}
        label={t('vocabulary:field.agreement.name')}
        value={name}
        error={error}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setError(null);
        }}
      />
      <PartyRows
        title={t('agreement.parties')}
        addLabel={t('agreement.addParty')}
        hasSignatories
        rows={parties}
        onChange={setParties}
      />
      <div className={styles['fields']}>
        {(['signedOn', 'fromOn', 'toOn'] as const).map((field) => (
          <DayInput
            key={field}
            size="sm"
            label={t(`vocabulary:field.agreement.${field}`)}
            value={days[field]}
            onChange={(day) => setDays((known) => ({ ...known, [field]: day }))}
          />
        ))}
        <Select
          label={t('vocabulary:field.agreement.status')}
          data={statuses.map((value) => ({
            value,
            label: t(`vocabulary:choice.agreement.status.${value}`),
          }))}
          value={status}
          allowDeselect={false}
          onChange={(next) => setStatus(next ?? status)}
        />
      </div>
      <Textarea
        label={t('vocabulary:field.agreement.purpose')}
        autosize
        minRows={2}
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <Button type="submit" disabled={name.trim() === ''}>
        {t('agreement.create')}
      </Button>
    </form>
  );
}
