import { Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ConsentView } from '#contract/actor.channels.ts';
import { publishableFields } from '#domain/actor-page.ts';
import { recordPort } from '#stores/record-port.ts';
import { useFormat } from '#ui/format.ts';
import { Section } from '#ui/record-form/Section.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import styles from './ActorSheet.module.css';

export interface PublicationProps {
  readonly table: 'organisation' | 'person';
  readonly id: string;
  readonly consents: readonly ConsentView[];
  readonly isReadOnly: boolean;
}

/** What the actor agreed to have published, field by field, with the day of each agreement. */
export function Publication({ table, id, consents, isReadOnly }: PublicationProps) {
  const { t } = useTranslation('actors');
  return (
    <Section title={t('publication.title')} anchor="publication">
      <Text size="xs" c="dimmed">
        {t('publication.hint')}
      </Text>
      <ul className={styles.switches}>
        {publishableFields[table].map((field) => (
          <OneField
            key={field}
            {...{ table, id, field, isReadOnly }}
            consent={consents.find((known) => known.field === field) ?? null}
          />
        ))}
      </ul>
    </Section>
  );
}

interface OneFieldProps extends Omit<PublicationProps, 'consents'> {
  readonly field: (typeof publishableFields)['organisation' | 'person'][number];
  readonly consent: ConsentView | null;
}

function OneField({ table, id, field, consent, isReadOnly }: OneFieldProps) {
  const { t } = useTranslation('actors');
  const format = useFormat();
  const [draft, setDraft] = useState<{ readonly isOn: boolean; readonly over: unknown } | null>(
    null,
  );
  const isGiven = consent !== null && consent.withdrawnOn === null;
  // What was switched stands until the record is read again.
  const key = JSON.stringify(consent);
  const isOn = draft !== null && draft.over === key ? draft.isOn : isGiven;

  function change(next: boolean): void {
    if (next === isOn) return;
    setDraft({ isOn: next, over: key });
    const today = localToday();
    const owner = table === 'person' ? { personId: id } : { organisationId: id };
    const write =
      next || consent === null
        ? recordPort.create('consent', { ...owner, field, purpose: 'publication', givenOn: today })
        : recordPort.save('consent', consent.id, { withdrawnOn: today });
    Promise.resolve(write).catch((thrown: unknown) => {
      setDraft(null);
      recordPort.report(thrown);
    });
  }

  const said =
    consent === null
      ? t('publication.never')
      : consent.withdrawnOn === null
        ? t('publication.given', { day: format.date(consent.givenOn) })
        : t('publication.withdrawn', { day: format.date(consent.withdrawnOn) });
  return (
    <li className={styles.switchLine}>
      <Switch
        size="sm"
        label={t('publication.publish', { field: t(`publication.${field}`) })}
        checked={isOn}
        disabled={isReadOnly}
        onChange={(event) => {
          change(event.currentTarget.checked);
        }}
      />
      <span className={styles.quiet}>{said}</span>
    </li>
  );
}
