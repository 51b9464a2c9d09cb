import { Anchor, Button, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import type { EventTabProps } from '../event-tab.ts';
import classes from '../Events.module.css';
import { RowRecord } from '../RowRecord.tsx';

/** What is shown at work, by whom and where. */
export function Demos({ id, sheet: { demos }, isReadOnly }: EventTabProps) {
  const { t } = useTranslation('eventsScreen');
  return (
    <Section title={t('demos.title')} count={demos.length}>
      {demos.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('demos.none')}
        </Text>
      )}
      <ul className={classes['plain']}>
        {demos.map((demo) => (
          <li key={demo.id} className={classes['item']}>
            <RowRecord table="demo" id={demo.id} name={demo.title} isReadOnly={isReadOnly}>
              <div className={classes['line']}>
                <span className={classes['hours']}>
                  {demo.startsAt === null
                    ? '–'
                    : t('hours', { from: demo.startsAt, to: demo.endsAt ?? '?' })}
                </span>
                <div className={classes['grow']}>
                  <Text size="sm" fw={600}>
                    {demo.title}
                  </Text>
                  <Anchor href={recordPort.hrefOf('organisation', demo.organisationId)} size="xs">
                    {demo.organisationName}
                  </Anchor>
                  <Text size="xs" c="dimmed" component="span">
                    {demo.place === null ? '' : ` · ${demo.place}`}
                  </Text>
                </div>
              </div>
            </RowRecord>
          </li>
        ))}
      </ul>
      {!isReadOnly && <AddDemo key={demos.length} eventId={id} />}
    </Section>
  );
}

function AddDemo({ eventId }: { readonly eventId: string }) {
  const { t } = useTranslation('eventsScreen');
  const [title, setTitle] = useState('');
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const isReady = title.trim() !== '' && organisationId !== null;
  return (
    <form
      className={classes['addLine']}
      aria-label={t('demos.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        recordPort
          .create('demo', { eventId, organisationId, title: title.trim() })
          .catch(recordPort.report);
      }}
    >
      <TextInput
        size="xs"
        className={classes['grow'] ?? ''}
        label={t('demos.what')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <div className={classes['grow']}>
        <ReferencePicker
          table="organisation"
          label={t('demos.who')}
          port={recordPort}
          size="xs"
          isOptional
          value={organisationId}
          onChange={setOrganisationId}
        />
      </div>
      <Button type="submit" size="xs" variant="default" disabled={!isReady}>
        {t('add')}
      </Button>
    </form>
  );
}
