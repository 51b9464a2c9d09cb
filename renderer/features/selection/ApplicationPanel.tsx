import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { ApplicationSheet } from '#contract/selection.channels.ts';
import { recordPath } from '#stores/navigation.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { MissingRecord } from '#ui/record-form/MissingRecord.tsx';

import styles from './Application.module.css';
import { DecisionLines } from './DecisionLines.tsx';
import { usePlaceWords } from './place-words.ts';
import { WithdrawForm } from './WithdrawForm.tsx';

interface ApplicationPanelProps {
  readonly id: string;
  readonly callId: string;
  readonly isReadOnly: boolean;
}

/** All about one response: who, what, what they answered, and what was decided of it. */
export function ApplicationPanel({ id, isReadOnly }: ApplicationPanelProps) {
  const { data, error } = useQuery('selection:application', { id });
  if (error !== null) return <RefusalNote error={error} />;
  if (data === undefined) return null;
  if (data === null) return <MissingRecord />;
  return (
    <Stack gap="md" className={styles.panel ?? ''}>
      <ApplicationHead sheet={data} />
      <ApplicationBody sheet={data} />
      <DecisionLines decisions={data.decisions} />
      {!isReadOnly && data.withdrawal === null && <WithdrawForm applicationId={data.id} />}
    </Stack>
  );
}

/** Who answers, with what, where it stands and what stands out about it. */
export function ApplicationHead({ sheet }: { readonly sheet: ApplicationSheet }) {
  const { t } = useTranslation('selection');
  const { date } = useFormat();
  const placeWords = usePlaceWords();
  const { organisation, segments, maturity, duplicateOf, withdrawal } = sheet;
  const facts = [
    [organisation.communeName, sheet.departementName].filter((part) => part !== null).join(', '),
    segments.map(({ name }) => name).join(', '),
    maturity === null ? '' : t(`vocabulary:choice.application.maturity.${maturity}`),
    t('application.receivedOn', { date: date(sheet.receivedOn) }),
  ].filter((fact) => fact !== '');
  return (
    <div>
      <Text fw={600}>{sheet.title}</Text>
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
      <Group gap={6} mt={6}>
        <Badge variant="light">{placeWords(sheet.place)}</Badge>
        {sheet.isLate && <Badge color="yellow">{t('state.late')}</Badge>}
        {!sheet.isComplete && <Badge color="yellow">{t('state.incomplete')}</Badge>}
        {sheet.isFictitious && <Badge variant="default">{t('application.fictitious')}</Badge>}
      </Group>
      {duplicateOf !== null && (
        <Text size="sm" mt={6}>
          {t('card.duplicateOf', { number: duplicateOf.number })}
        </Text>
      )}
      {withdrawal !== null && (
        <Text size="sm" mt={6}>
          {t('application.withdrawnOn', { date: date(withdrawal.withdrawnOn) })}
          {withdrawal.reason !== null && ` ${withdrawal.reason}`}
        </Text>
      )}
      <Group gap="md" mt={6}>
        <Anchor component={Link} size="sm" href={recordPath('organisation', organisation.id)}>
          {t('application.organisation')}
        </Anchor>
        <Anchor component={Link} size="sm" href={recordPath('application', sheet.id)}>
          {t('application.record')}
        </Anchor>
      </Group>
    </div>
  );
}

/** What the response says: summary, solutions, answers, contacts, files. */
export function ApplicationBody({ sheet }: { readonly sheet: ApplicationSheet }) {
  const { t } = useTranslation('selection');
  const { bytes } = useFormat();
  const { summary, offers, answers, contacts, attachments, others } = sheet;
  return (
    <>
      {summary !== null && <Text className={styles.prose ?? ''}>{summary}</Text>}
      {offers.length > 0 && (
        <Part title={t('application.offers')}>
          {offers.map(({ id, title, description, segmentName, isMarketed }) => (
            <div key={id} className={styles.item}>
              <Text size="sm" fw={600}>
                {title}
              </Text>
              {description !== null && <Text size="sm">{description}</Text>}
              <Text size="xs" c="dimmed">
                {[
                  segmentName,
                  isMarketed ? t('application.marketed') : t('application.notMarketed'),
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </Text>
            </div>
          ))}
        </Part>
      )}
      {answers.length > 0 && (
        <Part title={t('application.answers')}>
          {answers.map(({ questionId, question, value, isRequired }) => (
            <div key={questionId} className={styles.item}>
              <Text size="xs" c="dimmed">
                {question}
              </Text>
              <Text size="sm" {...(value === null && isRequired ? { c: 'var(--r-warning)' } : {})}>
                {value ?? (isRequired ? t('application.missing') : t('application.unanswered'))}
              </Text>
            </div>
          ))}
        </Part>
      )}
      {contacts.length > 0 && (
        <Part title={t('application.contacts')}>
          {contacts.map(({ personId, name, role, email, phone }) => (
            <Text key={personId} size="sm">
              {[name, role, email, phone].filter((part) => part !== null).join(' · ')}
            </Text>
          ))}
        </Part>
      )}
      {attachments.length > 0 && (
        <Part title={t('application.files')}>
          {attachments.map(({ id, fileName, byteSize }) => (
            <Anchor key={id} component={Link} size="sm" href={recordPath('attachment', id)}>
              {t('application.file', { name: fileName, size: bytes(byteSize) })}
            </Anchor>
          ))}
        </Part>
      )}
      {others.length > 0 && (
        <Part title={t('application.others')}>
          {others.map(({ id, number, title, callTitle }) => (
            <Text key={id} size="sm">
              {t('application.other', { number, title, call: callTitle })}
            </Text>
          ))}
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <Stack gap={6}>{children}</Stack>
    </section>
  );
}
