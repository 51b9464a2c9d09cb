import { Button, Select, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelInput } from '#contract/channels.ts';
import type { RegistrationView } from '#contract/event.channels.ts';
import { registrationRoles, registrationStatuses } from '#domain/event.ts';
import { recordPort } from '#stores/record-port.ts';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import { doWrite } from '../do-write.ts';

type Added = Partial<
  Pick<ChannelInput<'events:register'>, 'organisationIds' | 'personIds' | 'guestNames'>
>;

/** Registers organisations, people, or guests known by their name alone. */
export function AddGuests({ id }: { readonly id: string }) {
  const { t } = useTranslation('eventsScreen');
  const [role, setRole] = useState<RegistrationView['role']>('visitor');
  const [status, setStatus] = useState<RegistrationView['status']>('invited');
  const [names, setNames] = useState('');
  const [round, setRound] = useState(0);
  function add(added: Added): void {
    void doWrite('events:register', { id, role, status, ...added }).then((isDone) => {
      if (!isDone) return;
      setRound((known) => known + 1);
      if (added.guestNames !== undefined) setNames('');
    });
  }
  const guestNames = names
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return (
    <Section title={t('guests.add')}>
      <Stack gap="xs">
        <Select
          size="xs"
          label={t('guests.role')}
          data={registrationRoles.map((value) => ({
            value,
            label: t(`vocabulary:choice.registration.role.${value}`),
          }))}
          value={role}
          allowDeselect={false}
          onChange={(next) => setRole(next ?? role)}
        />
        <Select
          size="xs"
          label={t('guests.answer')}
          data={registrationStatuses.map((value) => ({
            value,
            label: t(`vocabulary:choice.registration.status.${value}`),
          }))}
          value={status}
          allowDeselect={false}
          onChange={(next) => setStatus(next ?? status)}
        />
        <ReferencePicker
          key={`organisation ${round}`}
          table="organisation"
          label={t('guests.addOrganisation')}
          port={recordPort}
          size="xs"
          isOptional
          value={null}
          onChange={(one) => one !== null && add({ organisationIds: [one] })}
        />
        <ReferencePicker
          key={`person ${round}`}
          table="person"
          label={t('guests.addPerson')}
          port={recordPort}
          size="xs"
          isOptional
          value={null}
          onChange={(one) => one !== null && add({ personIds: [one] })}
        />
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (guestNames.length > 0) add({ guestNames });
          }}
        >
          <Textarea
            size="xs"
            label={t('guests.addNames')}
            description={t('guests.namesHint')}
            autosize
            minRows={2}
            maxRows={8}
            value={names}
            onChange={(event) => setNames(event.currentTarget.value)}
          />
          <Button
            type="submit"
            size="xs"
            mt="xs"
            variant="default"
            disabled={guestNames.length === 0}
          >
            {t('guests.register', { count: guestNames.length })}
          </Button>
        </form>
      </Stack>
    </Section>
  );
}
