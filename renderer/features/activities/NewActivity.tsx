import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelInput } from '#contract/channels.ts';
import { workStatuses } from '#domain/meeting.ts';
import { recordPort } from '#stores/record-port.ts';
import { refusalText } from '#ui/data-grid/refusal.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { useFocusAtFirst } from '#ui/record-form/use-focus-at-first.ts';

import styles from './Activities.module.css';
import { make } from './do-write.ts';
import type { DraftParty } from './PartyRows.tsx';
import { chosenParties, PartyRows } from './PartyRows.tsx';

type Request = ChannelInput<'activities:create'>;

interface NewActivityProps {
  readonly groupId: string;
  /** The agreement under which it is carried out, where that is known. */
  readonly agreementId?: string | null;
  readonly onMade: (id: string) => void;
}

const references = [
  ['organiserId', 'organisation'],
  ['agreementId', 'agreement'],
  ['strategicAxisId', 'strategicAxis'],
  ['eventId', 'event'],
] as const;
type Reference = (typeof references)[number][0];

/** An activity as one takes it down: when, where, by whom, with whom, and under what. */
export function NewActivity({ groupId, agreementId = null, onMade }: NewActivityProps) {
  const { t } = useTranslation('activities');
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const [place, setPlace] = useState('');
  const [startsOn, setStartsOn] = useState<string | null>(null);
  const [endsOn, setEndsOn] = useState<string | null>(null);
  const [status, setStatus] = useState<NonNullable<Request['status']>>('underWay');
  const [ids, setIds] = useState<Readonly<Record<Reference, string | null>>>({
    organiserId: null,
    agreementId,
    strategicAxisId: null,
    eventId: null,
  });
  const [partners, setPartners] = useState<readonly DraftParty[]>([]);
  const [error, setError] = useState<string | null>(null);
  const isUnderWay = useRef(false);
  const first = useFocusAtFirst<HTMLInputElement>();

  function create(): void {
    if (isUnderWay.current || title.trim() === '') return;
    isUnderWay.current = true;
    make('activities:create', {
      groupId: groupId,
      title,
      description,
      place,
      startsOn,
      endsOn,
      status,
      ...ids,
      partners: chosenParties(partners),
    })
      .then(onMade, (thrown: unknown) => setError(refusalText(thrown, 'title')))
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
        label={t('vocabulary:field.activity.title')}
        value={title}
        error={error}
        onChange={(event) => {
          setTitle(event.currentTarget.value);
          setError(null);
        }}
      />
      <div className={styles['fields']}>
        <DayInput
          size="sm"
          label={t('vocabulary:field.activity.startsOn')}
          value={startsOn}
          onChange={setStartsOn}
        />
        <DayInput
          size="sm"
          label={t('vocabulary:field.activity.endsOn')}
          value={endsOn}
          onChange={setEndsOn}
        />
        <TextInput
          label={t('vocabulary:field.activity.place')}
          value={place}
          maxLength={500}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <Select
          label={t('vocabulary:field.activity.status')}
          data={workStatuses.map((value) => ({
            value,
            label: t(`vocabulary:choice.activity.status.${value}`),
          }))}
          value={status}
          allowDeselect={false}
          onChange={(next) => setStatus(next ?? status)}
        />
        {references.map(([field, table]) => (
          <ReferencePicker
            key={field}
            table={table}
            label={t(`vocabulary:field.activity.${field}`)}
            port={recordPort}
            isOptional
            value={ids[field]}
            onChange={(id) => setIds((known) => ({ ...known, [field]: id }))}
          />
        ))}
      </div>
      <PartyRows
        title={t('activity.partners')}
        addLabel={t('activity.addPartner')}
        rows={partners}
        onChange={setPartners}
      />
      <Textarea
        label={t('vocabulary:field.activity.description')}
        autosize
        minRows={2}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <Button type="submit" disabled={title.trim() === ''}>
        {t('activity.create')}
      </Button>
    </form>
  );
}
