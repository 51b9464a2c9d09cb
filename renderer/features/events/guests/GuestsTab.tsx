import { Anchor, Button, Checkbox, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { RegistrationView } from '#contract/event.channels.ts';
import { registrationRoles, registrationStatuses } from '#domain/event.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { fold } from '#ui/fold.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { Choices } from '../Choices.tsx';
import { doWrite } from '../do-write.ts';
import type { EventTabProps } from '../event-tab.ts';
import classes from '../Events.module.css';
import { AddGuests } from './AddGuests.tsx';
import { Headcount } from './Headcount.tsx';

type Role = RegistrationView['role'];
const STEP = 80;

/** Who is asked, who comes, who came: by name, each state one click away. */
export function GuestsTab({ id, sheet, isReadOnly }: EventTabProps) {
  const { t } = useTranslation('eventsScreen');
  const format = useFormat();
  const { data: guests, error } = useQuery('events:registrations', { id });
  const [text, setText] = useState('');
  const [role, setRole] = useState<Role | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [limit, setLimit] = useState(STEP);
  if (error !== null) return <RefusalNote error={error} />;
  if (guests === undefined) return null;
  const asked = fold(text.trim());
  const found = guests.filter(
    (guest) =>
      (role === null || guest.role === role) &&
      fold(`${guest.name} ${guest.organisationName ?? ''}`).includes(asked),
  );
  const shown = found.slice(0, limit);
  const selected = found.filter((guest) => chosen.has(guest.id)).map((guest) => guest.id);
  const roles = registrationRoles.map((value) => ({
    value,
    label: t(`vocabulary:choice.registration.role.${value}`),
  }));
  function choose(ids: readonly string[], isOn: boolean): void {
    setChosen((known) => {
      const next = new Set(known);
      for (const one of ids) {
        if (isOn) next.add(one);
        else next.delete(one);
      }
      return next;
    });
  }
  return (
    <div className={classes['columns']}>
      <div>
        <Group gap="xs" mb="xs">
          <TextInput
            size="xs"
            w="16rem"
            aria-label={t('guests.filter')}
            placeholder={t('guests.filter')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Select
            size="xs"
            w="11rem"
            aria-label={t('guests.role')}
            placeholder={t('guests.allRoles')}
            clearable
            data={roles}
            value={role}
            onChange={(next) => setRole(next)}
          />
          <Text size="sm" c="dimmed" aria-live="polite">
            {t('guests.shown', { count: found.length, shown: format.number(found.length) })}
          </Text>
        </Group>
        {selected.length > 0 && !isReadOnly && (
          <BulkBar ids={selected} onDone={() => setChosen(new Set())} />
        )}
        <div className={classes['scroll']}>
          <Table highlightOnHover verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="2rem">
                  {!isReadOnly && (
                    <Checkbox
                      size="xs"
                      aria-label={t('guests.selectAll')}
                      checked={found.length > 0 && selected.length === found.length}
                      indeterminate={selected.length > 0 && selected.length < found.length}
                      onChange={(event) =>
                        choose(
                          found.map((guest) => guest.id),
                          event.currentTarget.checked,
                        )
                      }
                    />
                  )}
                </Table.Th>
                <Table.Th>{t('guests.who')}</Table.Th>
                <Table.Th>{t('guests.role')}</Table.Th>
                <Table.Th>{t('guests.answer')}</Table.Th>
                <Table.Th>{t('guests.came')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((guest) => (
                <GuestRow
                  key={guest.id}
                  guest={guest}
                  isReadOnly={isReadOnly}
                  isChosen={chosen.has(guest.id)}
                  onChoose={(isOn) => choose([guest.id], isOn)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </div>
        {guests.length === 0 && (
          <Text size="sm" c="dimmed" mt="sm">
            {t('guests.none')}
          </Text>
        )}
        {found.length > limit && (
          <Button size="xs" variant="subtle" onClick={() => setLimit((known) => known + STEP)}>
            {t('more')}
          </Button>
        )}
      </div>
      <div>
        <Headcount counts={sheet.registrations} />
        {!isReadOnly && <AddGuests id={id} />}
      </div>
    </div>
  );
}

/** What can be done with several guests at a time. */
function BulkBar({
  ids,
  onDone,
}: {
  readonly ids: readonly string[];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('eventsScreen');
  const set = (change: {
    readonly status?: RegistrationView['status'];
    readonly hasAttended?: boolean;
  }): void => {
    void doWrite('events:setRegistrations', { ids: [...ids], ...change }).then((isDone) => {
      if (isDone) onDone();
    });
  };
  return (
    <Group gap="xs" mb="xs" role="group" aria-label={t('guests.bulk', { count: ids.length })}>
      <Text size="sm" fw={600}>
        {t('guests.bulk', { count: ids.length })}
      </Text>
      {registrationStatuses.map((status) => (
        <Button key={status} size="compact-xs" variant="default" onClick={() => set({ status })}>
          {t(`vocabulary:choice.registration.status.${status}`)}
        </Button>
      ))}
      <Button size="compact-xs" variant="default" onClick={() => set({ hasAttended: true })}>
        {t('guests.came')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => set({ hasAttended: false })}>
        {t('guests.didNotCome')}
      </Button>
    </Group>
  );
}

interface GuestRowProps {
  readonly guest: RegistrationView;
  readonly isReadOnly: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (isOn: boolean) => void;
}

function GuestRow({ guest, isReadOnly, isChosen, onChoose }: GuestRowProps) {
  const { t } = useTranslation('eventsScreen');
  const { name, personId, organisationId, organisationName } = guest;
  const href =
    personId !== null
      ? recordPort.hrefOf('person', personId)
      : organisationId !== null
        ? recordPort.hrefOf('organisation', organisationId)
        : null;
  return (
    <Table.Tr>
      <Table.Td>
        {!isReadOnly && (
          <Checkbox
            size="xs"
            aria-label={t('guests.select', { name })}
            checked={isChosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        )}
      </Table.Td>
      <Table.Td>
        {href === null ? (
          <Text size="sm">{name}</Text>
        ) : (
          <Anchor href={href} size="sm">
            {name}
          </Anchor>
        )}
        {organisationName !== null && organisationName !== name && (
          <Text size="xs" c="dimmed">
            {organisationName}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{t(`vocabulary:choice.registration.role.${guest.role}`)}</Text>
        {guest.headcount > 1 && (
          <Text size="xs" c="dimmed" className={classes['nowrap'] ?? ''}>
            {t('guests.people', { count: guest.headcount })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Choices
          label={t('guests.answerOf', { name })}
          options={registrationStatuses.map((value) => ({
            value,
            label: t(`vocabulary:choice.registration.status.${value}`),
          }))}
          value={guest.status}
          isReadOnly={isReadOnly}
          onChange={(status) =>
            void doWrite('events:setRegistrations', { ids: [guest.id], status })
          }
        />
      </Table.Td>
      <Table.Td>
        <Checkbox
          size="sm"
          aria-label={t('guests.cameOf', { name })}
          checked={guest.hasAttended}
          disabled={isReadOnly}
          onChange={(event) =>
            void doWrite('events:setRegistrations', {
              ids: [guest.id],
              hasAttended: event.currentTarget.checked,
            })
          }
        />
      </Table.Td>
    </Table.Tr>
  );
}
