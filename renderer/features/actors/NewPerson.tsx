import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { refusalText } from '#ui/data-grid/refusal.ts';
import { SimilarRecords } from '#ui/record-form/SimilarRecords.tsx';
import { useFocusAtFirst } from '#ui/record-form/use-focus-at-first.ts';

import styles from './ActorsScreen.module.css';

/** The least that makes a person: a family name. Functions are added on their page. */
export function NewPerson({ onMade }: { readonly onMade: (id: string) => void }) {
  const { t } = useTranslation('actors');
  const [givenName, setGivenName] = useState('');
  const [familyName, setFamilyName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const isUnderWay = useRef(false);
  const firstField = useFocusAtFirst<HTMLInputElement>();

  function make(): void {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    const given = givenName.trim();
    recordPort
      .create('person', {
        givenName: given === '' ? null : given,
        familyName: familyName.trim(),
      })
      .then(onMade, (thrown: unknown) => {
        setError(refusalText(thrown, 'familyName'));
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
        label={t('vocabulary:field.person.givenName')}
        value={givenName}
        onChange={(event) => {
          setGivenName(event.currentTarget.value);
        }}
      />
      <TextInput
        label={t('vocabulary:field.person.familyName')}
        value={familyName}
        error={error}
        onChange={(event) => {
          setFamilyName(event.currentTarget.value);
          setError(null);
        }}
      />
      <SimilarRecords table="person" name={familyName} port={recordPort} />
      <Button type="submit" disabled={familyName.trim() === ''}>
        {t('people.create')}
      </Button>
    </form>
  );
}
