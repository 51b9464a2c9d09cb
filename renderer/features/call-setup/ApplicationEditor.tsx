import { Badge, Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ApplicationSheet, CallSheet } from '#contract/selection.channels.ts';
import { reportError } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { RecordForm } from '#ui/record-form/RecordForm.tsx';
import { RecordHistory } from '#ui/record-form/RecordHistory.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import { Answers } from './Answers.tsx';
import { AttachedFiles } from './AttachedFiles.tsx';
import { Contacts } from './Contacts.tsx';
import { Offers } from './Offers.tsx';

interface ApplicationEditorProps {
  readonly call: CallSheet;
  readonly application: ApplicationSheet;
  readonly isReadOnly: boolean;
}

const drawnElsewhere = { callId: null, duplicateOfId: null, number: null };

/** A response as it is entered and corrected: each field is saved as it is typed. */
export function ApplicationEditor({ call, application, isReadOnly }: ApplicationEditorProps) {
  const { t } = useTranslation('callSetup');
  const { data: record } = useQuery('records:get', { table: 'application', id: application.id });
  const of = { table: 'application', id: application.id, port: recordPort, isReadOnly } as const;
  return (
    <>
      <States application={application} />
      <Section title={t('editor.fields')} anchor="fields">
        {record !== undefined && record !== null && (
          <RecordForm {...of} record={record} special={drawnElsewhere} />
        )}
      </Section>
      <Answers call={call} application={application} isReadOnly={isReadOnly} />
      <Offers application={application} isReadOnly={isReadOnly} />
      <Contacts application={application} isReadOnly={isReadOnly} />
      <AttachedFiles application={application} isReadOnly={isReadOnly} />
      <DuplicateOf call={call} application={application} isReadOnly={isReadOnly} />
      <RecordHistory {...of} />
    </>
  );
}

/** What stands out about a response. */
function States({ application }: { readonly application: ApplicationSheet }) {
  const { t } = useTranslation('callSetup');
  const { date } = useFormat();
  const { duplicateOf, withdrawal } = application;
  return (
    <Group gap={6}>
      <Badge variant="default">{t('editor.number', { number: application.number })}</Badge>
      {application.isLate && <Badge color="yellow">{t('editor.late')}</Badge>}
      {!application.isComplete && <Badge color="yellow">{t('editor.incomplete')}</Badge>}
      {duplicateOf !== null && (
        <Badge color="gray">{t('editor.duplicateOf', { number: duplicateOf.number })}</Badge>
      )}
      {withdrawal !== null && (
        <Badge color="gray">{t('editor.withdrawn', { date: date(withdrawal.withdrawnOn) })}</Badge>
      )}
      {application.isFictitious && <Badge variant="default">{t('editor.fictitious')}</Badge>}
    </Group>
  );
}

/** Says that a response repeats another one of the same call. */
function DuplicateOf({ call, application, isReadOnly }: ApplicationEditorProps) {
  const { t } = useTranslation('callSetup');
  const { data: page } = useQuery('registers:list', {
    register: 'applications',
    filters: [
      { column: 'call', operator: 'is', value: call.title },
      { column: 'isDuplicate', operator: 'is', value: false },
    ],
    limit: 500,
  });
  const { duplicateOf } = application;
  const options = (page?.rows ?? [])
    .filter(({ id }) => id !== application.id)
    .map(({ id, cells }) => ({
      value: id,
      label: t('editor.option', {
        number: String(cells['number'] ?? ''),
        title: [cells['organisation'], cells['application']].join(' – '),
      }),
    }));
  return (
    <Section title={t('editor.duplicate')} anchor="duplicate">
      <Select
        size="sm"
        label={t('editor.duplicateOfWhich')}
        description={t('editor.duplicateHint')}
        placeholder={t('editor.notADuplicate')}
        data={options}
        value={duplicateOf?.id ?? null}
        readOnly={isReadOnly}
        searchable
        limit={50}
        clearable={!isReadOnly}
        clearButtonProps={{ 'aria-label': t('grid:bulk.empty') }}
        onChange={(duplicateOfId) =>
          void operations
            .perform('selection:markDuplicate', { applicationId: application.id, duplicateOfId })
            .catch(reportError)
        }
      />
    </Section>
  );
}
