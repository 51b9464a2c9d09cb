import { ActionIcon, Button, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { ApplicationSheet } from '#contract/selection.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { Section } from '#ui/record-form/Section.tsx';

import { Fields } from './Fields.tsx';
import styles from './Setup.module.css';

export interface ApplicationPartProps {
  readonly application: ApplicationSheet;
  readonly isReadOnly: boolean;
}

/** The solutions that a response offers. */
export function Offers({ application, isReadOnly }: ApplicationPartProps) {
  const { t } = useTranslation('callSetup');
  const { offers, organisationId } = application;
  return (
    <Section
      title={t('editor.offers')}
      count={offers.length}
      anchor="offers"
      action={
        isReadOnly ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => {
              const title = t('editor.newOffer');
              recordPort
                .create('offer', { organisationId, applicationId: application.id, title })
                .catch(recordPort.report);
            }}
          >
            {t('editor.addOffer')}
          </Button>
        )
      }
    >
      <ul className={styles.list} aria-label={t('editor.offers')}>
        {offers.map(({ id, title }) => (
          <li key={id} className={styles.item}>
            <div className={styles.body}>
              <Offer id={id} isReadOnly={isReadOnly} />
            </div>
            {!isReadOnly && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('move.remove', { name: title })}
                onClick={() => void recordPort.remove('offer', [id]).catch(recordPort.report)}
              >
                <IconTrash size="1.1rem" aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Offer({ id, isReadOnly }: { readonly id: string; readonly isReadOnly: boolean }) {
  const { data: record } = useQuery('records:get', { table: 'offer', id });
  if (record === undefined || record === null) return <Text size="sm">…</Text>;
  return (
    <Fields
      table="offer"
      record={{ ...record, id }}
      names={['title', 'segmentId', 'isMarketed', 'description']}
      wide={['title', 'description']}
      isReadOnly={isReadOnly}
    />
  );
}
