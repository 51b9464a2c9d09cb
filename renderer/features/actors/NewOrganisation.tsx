import { Button, Select, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { organisationKinds } from '#domain/actor.ts';
import { recordPort } from '#stores/record-port.ts';
import { refusalText } from '#ui/data-grid/refusal.ts';
import { SimilarRecords } from '#ui/record-form/SimilarRecords.tsx';
import { useFocusAtFirst } from '#ui/record-form/use-focus-at-first.ts';

import styles from './ActorsScreen.module.css';

/** The least that makes an organisation: its name and its kind. The rest is typed on its page. */
export function NewOrganisation({ onMade }: { readonly onMade: (id: string) => void }) {
  const { t } = useTranslation('actors');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<string>('company');
  const [error, setError] = useState<string | null>(null);
  const isUnderWay = useRef(false);
  const firstField = useFocusAtFirst<HTMLInputElement>();

  function make(): void {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    recordPort
      .create('organisation', { name: name.trim(), kind })
      .then(onMade, (thrown: unknown) => {
        setError(refusalText(thrown, 'name'));
      })
      .finally(() => {
        isUnderWay.current = false;
      });
  }

  return (
    <form
      className={styles.create}
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <TextInput
        ref={firstField}
        label={t('vocabulary:field.organisation.name')}
        value={name}
        error={error}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setError(null);
        }}
      />
      <SimilarRecords table="organisation" name={name} port={recordPort} />
      <Select
        label={t('vocabulary:field.organisation.kind')}
        data={organisationKinds.map((value) => ({
          value,
          label: t(`vocabulary:choice.organisation.kind.${value}`),
        }))}
        value={kind}
        allowDeselect={false}
        onChange={(next) => {
          setKind(next ?? kind);
        }}
      />
      <Button type="submit" disabled={name.trim() === ''}>
        {t('organisations.create')}
      </Button>
    </form>
  );
}
