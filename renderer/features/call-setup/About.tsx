import { ActionIcon, MultiSelect, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { CallSheet } from '#contract/selection.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { RecordForm } from '#ui/record-form/RecordForm.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import { Fields } from './Fields.tsx';
import styles from './Setup.module.css';

export interface CallPartProps {
  readonly call: CallSheet;
  readonly isReadOnly: boolean;
}

/** The call's own fields, those who carry it, and what it asks solutions for. */
export function About({ call, isReadOnly }: CallPartProps) {
  const { t } = useTranslation('callSetup');
  const { data: record } = useQuery('records:get', { table: 'callForInterest', id: call.id });
  return (
    <>
      <Section title={t('about.title')} anchor="call">
        {record !== undefined && record !== null && (
          <RecordForm
            table="callForInterest"
            id={call.id}
            record={record}
            port={recordPort}
            isReadOnly={isReadOnly}
          />
        )}
      </Section>
      <Partners call={call} isReadOnly={isReadOnly} />
      <Segments call={call} isReadOnly={isReadOnly} />
    </>
  );
}

function Partners({ call, isReadOnly }: CallPartProps) {
  const { t } = useTranslation('callSetup');
  const { partners } = call;
  return (
    <Section title={t('about.partners')} count={partners.length} anchor="partners">
      {partners.length === 0 && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('about.noPartner')}
        </Text>
      )}
      <ul className={styles.list} aria-label={t('about.partners')}>
        {partners.map((partner) => (
          <li key={partner.id} className={styles.item}>
            <div className={styles.body}>
              <Text size="sm" fw={600}>
                {partner.name}
              </Text>
              <Fields
                table="callPartner"
                record={partner}
                names={['role']}
                isReadOnly={isReadOnly}
              />
            </div>
            {!isReadOnly && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('move.remove', { name: partner.name })}
                onClick={() =>
                  void recordPort.remove('callPartner', [partner.id]).catch(recordPort.report)
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
          key={partners.length}
          table="organisation"
          label={t('about.addPartner')}
          port={recordPort}
          isOptional={false}
          value={null}
          onChange={(organisationId) => {
            if (organisationId === null) return;
            recordPort
              .create('callPartner', { callId: call.id, organisationId })
              .catch(recordPort.report);
          }}
        />
      )}
    </Section>
  );
}

function Segments({ call, isReadOnly }: CallPartProps) {
  const { t } = useTranslation('callSetup');
  const { data: options } = useQuery('records:options', {
    table: 'purchaseSegment',
    text: '',
    limit: 50,
  });
  const { segments } = call;
  const known = new Map((options ?? []).map(({ id, label }) => [id, label]));
  for (const { segmentId, name } of segments) known.set(segmentId, name);

  function choose(ids: readonly string[]): void {
    const added = ids.filter((id) => !segments.some(({ segmentId }) => segmentId === id));
    const gone = segments.filter(({ segmentId }) => !ids.includes(segmentId));
    const writes = [
      ...added.map((segmentId) => recordPort.create('callSegment', { callId: call.id, segmentId })),
      ...(gone.length > 0
        ? [
            recordPort.remove(
              'callSegment',
              gone.map(({ id }) => id),
            ),
          ]
        : []),
    ];
    Promise.all(writes).catch(recordPort.report);
  }

  return (
    <Section title={t('about.segments')} count={segments.length} anchor="segments">
      <MultiSelect
        aria-label={t('about.segments')}
        description={t('about.segmentsHint')}
        data={[...known].map(([value, label]) => ({ value, label }))}
        value={segments.map(({ segmentId }) => segmentId)}
        readOnly={isReadOnly}
        searchable
        hidePickedOptions
        onChange={choose}
      />
    </Section>
  );
}
