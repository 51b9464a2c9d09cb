import { ActionIcon, Anchor, Button, Table, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import type {
  DistributionDefinition,
  ListMember,
  MembershipReason,
} from '#contract/contact.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { useFormat } from '#ui/format.ts';

import { asksForSomebody } from './list-name.ts';
import styles from './Lists.module.css';

export interface MembersProps {
  readonly definition: DistributionDefinition;
  readonly found: ChannelOutput<'contacts:members'>;
  readonly today: string;
  readonly onChange: (patch: Partial<DistributionDefinition>) => void;
}

function reasonText(reason: MembershipReason, t: TFunction): string {
  switch (reason.kind) {
    case 'mandate': {
      const role = t(`vocabulary:choice.mandate.role.${reason.role}`);
      return reason.body === '' ? role : t('contacts:reason.mandate', { role, body: reason.body });
    }
    case 'function':
      return reason.title === null
        ? reason.organisation
        : t('contacts:reason.function', { title: reason.title, organisation: reason.organisation });
    case 'tag':
      return t('contacts:reason.tag', { tag: reason.tag });
    case 'added':
      return t('contacts:reason.added');
  }
}

/** Who is in the list: those it reaches, those without an address, those taken out by hand. */
export function Members({ definition, found, onChange }: MembersProps) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const { people, addresses, reached, unreached, unreachedPeople, removed, onDay } = found;
  const day = format.date(onDay);

  function takeOut(id: string): void {
    onChange({
      removed: [...new Set([...definition.removed, id])],
      added: definition.added.filter((other) => other !== id),
    });
  }

  return (
    <>
      <p className={styles.summary} aria-live="polite">
        {people === 0
          ? t(asksForSomebody(definition) ? 'nobody' : 'emptyText', { day })
          : [
              t('size', { count: people }),
              t('addresses', { count: addresses }),
              t('situation', { day }),
            ].join(' · ')}
      </p>
      {reached.length > 0 && (
        <MemberTable
          title={t('reached')}
          members={reached}
          more={people - unreachedPeople - reached.length}
          onTakeOut={takeOut}
        />
      )}
      {unreachedPeople > 0 && (
        <MemberTable
          title={t('unreached', { count: unreachedPeople })}
          hint={t('unreachedHint')}
          isUnreached
          members={unreached}
          more={unreachedPeople - unreached.length}
          onTakeOut={takeOut}
        />
      )}
      {removed.length > 0 && (
        <Removed
          removed={removed}
          onPutBack={(id) => {
            onChange({ removed: definition.removed.filter((other) => other !== id) });
          }}
        />
      )}
    </>
  );
}

interface MemberTableProps {
  readonly title: string;
  readonly hint?: string;
  readonly isUnreached?: boolean;
  readonly members: readonly ListMember[];
  /** How many there are beside those shown. */
  readonly more: number;
  readonly onTakeOut: (id: string) => void;
}

function MemberTable({ title, hint, members, more, onTakeOut, ...props }: MemberTableProps) {
  const { t } = useTranslation('contacts');
  const { isUnreached = false } = props;
  const titleId = useId();
  const hasEmail = !isUnreached || members.some(({ email }) => email !== null);
  return (
    <section className={styles.members} aria-labelledby={titleId} data-quiet={isUnreached}>
      <h3 id={titleId}>{title}</h3>
      {hint !== undefined && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
      <Table aria-labelledby={titleId} verticalSpacing={6} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="21%">{t('column.person')}</Table.Th>
            {hasEmail && <Table.Th w="31%">{t('column.email')}</Table.Th>}
            <Table.Th>{t('column.organisation')}</Table.Th>
            <Table.Th>{t('column.why')}</Table.Th>
            <Table.Td w="2.5rem" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {members.map(({ id, name, email, organisation, acronym, organisationId, reasons }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row">
                <Anchor href={recordPort.hrefOf('person', id)}>{name}</Anchor>
              </Table.Th>
              {hasEmail && (
                <Table.Td>
                  {isUnreached && email !== null ? t('unusable', { email }) : email}
                </Table.Td>
              )}
              <Table.Td>
                {organisation !== null && organisationId !== null && (
                  <Anchor
                    c="inherit"
                    href={recordPort.hrefOf('organisation', organisationId)}
                    title={organisation}
                  >
                    {acronym ?? organisation}
                  </Anchor>
                )}
              </Table.Td>
              <Table.Td>
                {reasons.map((reason) => (
                  <div key={JSON.stringify(reason)}>{reasonText(reason, t)}</div>
                ))}
              </Table.Td>
              <Table.Td>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={t('takeOut', { name })}
                  title={t('takeOut', { name })}
                  onClick={() => {
                    onTakeOut(id);
                  }}
                >
                  <IconX size="1rem" />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {more > 0 && <p className={styles.quiet}>{t('more', { count: more })}</p>}
    </section>
  );
}

interface RemovedProps {
  readonly removed: MembersProps['found']['removed'];
  readonly onPutBack: (id: string) => void;
}

function Removed({ removed, onPutBack }: RemovedProps) {
  const { t } = useTranslation('contacts');
  const titleId = useId();
  return (
    <section className={styles.members} aria-labelledby={titleId} data-quiet>
      <h3 id={titleId}>{t('removed', { count: removed.length })}</h3>
      <ul className={styles.removed}>
        {removed.map(({ id, name }) => (
          <li key={id}>
            <Anchor href={recordPort.hrefOf('person', id)}>{name}</Anchor>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('putBack', { name })}
              onClick={() => {
                onPutBack(id);
              }}
            >
              {t('putBackShort')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
