import { ActionIcon, Anchor, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import type { ApplicationPartProps } from './Offers.tsx';
import styles from './Setup.module.css';

/** Those who speak for a response beside its main contact. */
export function Contacts({ application, isReadOnly }: ApplicationPartProps) {
  const { t } = useTranslation('callSetup');
  const { data: links } = useQuery('applicationForm:contacts', { applicationId: application.id });
  const contacts = application.contacts.flatMap((contact) => {
    const link = links?.find(({ personId }) => personId === contact.personId);
    return contact.isMain || link === undefined ? [] : [{ ...contact, linkId: link.id }];
  });
  return (
    <Section title={t('editor.contacts')} count={contacts.length} anchor="contacts">
      <ul className={styles.list} aria-label={t('editor.contacts')}>
        {contacts.map(({ personId, linkId, name, role, email, phone }) => (
          <li key={personId} className={styles.line}>
            <Anchor size="sm" href={recordPort.hrefOf('person', personId)}>
              {name}
            </Anchor>
            <Text size="sm" c="dimmed" className={styles.body ?? ''}>
              {[role, email, phone].filter((part) => part !== null).join(' · ')}
            </Text>
            {!isReadOnly && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('move.remove', { name })}
                onClick={() =>
                  void recordPort.remove('applicationContact', [linkId]).catch(recordPort.report)
                }
              >
                <IconTrash size="1.1rem" aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && (
        <ReferencePicker
          key={contacts.length}
          table="person"
          label={t('editor.addContact')}
          port={recordPort}
          isOptional={false}
          value={null}
          onChange={(personId) => {
            if (personId === null) return;
            recordPort
              .create('applicationContact', { applicationId: application.id, personId })
              .catch(recordPort.report);
          }}
        />
      )}
    </Section>
  );
}
