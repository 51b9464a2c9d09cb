import { Button, Select } from '@mantine/core';
import { IconInbox, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { buyerKinds } from '#domain/actor.ts';
import { useCommand } from '#stores/commands.store.ts';
import { recordPort } from '#stores/record-port.ts';
import type { Crumb } from '#stores/navigation.store.ts';
import { storedRecord, useRegisterScreen } from '#stores/register-screen.ts';
import { useQuery } from '#stores/use-query.ts';
import type { GridPrefs } from '#ui/data-grid/grid-prefs.ts';
import { RegisterView } from '#ui/data-grid/RegisterView.tsx';
import { useNarrowed } from '#ui/data-grid/use-narrowed.ts';
import { ImportLink } from '#ui/ImportLink.tsx';
import { NewRecordForm } from '#ui/record-form/NewRecordForm.tsx';
import { RecordSheet } from '#ui/record-form/RecordSheet.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { textOf } from '#ui/text-of.ts';

import { MatchList } from './MatchList.tsx';
import styles from './Needs.module.css';

interface AnswersViewProps {
  readonly surveyId: string;
  readonly title: string;
  readonly isReadOnly: boolean;
  /** The census in the breadcrumb. */
  readonly crumb: Required<Crumb>;
  readonly openId: string | null;
  readonly go: (id: string | null) => void;
}

const initial: GridPrefs = {
  order: [
    'need',
    'organisation',
    'buyerKind',
    'segment',
    'receivedOn',
    'matches',
    'budgetEuros',
    'horizon',
    'respondentName',
  ],
  hidden: ['survey', 'description', 'isFictitious', 'horizon', 'respondentName'],
  widths: { need: 320, organisation: 260 },
  sort: [],
};

/** The answers to a census as a register, and beside it the one that is open with the offers that fit. */
export function AnswersView({ surveyId, title, isReadOnly, crumb, openId, go }: AnswersViewProps) {
  const { t } = useTranslation('needs');
  const asked = storedRecord(openId);
  const { data } = useQuery('needs:need', asked === null ? null : { id: asked.id });
  const screen = useRegisterScreen({
    register: 'needs',
    openId,
    sheet: data,
    newName: t('answers.new'),
    nameOf: (record) => textOf(record['title']),
    list: crumb,
  });
  const { at, sheet } = screen;
  const own = useNarrowed(at, { survey: title });
  useCommand(
    isReadOnly
      ? null
      : { id: 'new', label: t('answers.new'), keys: 'Ctrl+N', run: () => go('new') },
  );
  return (
    <div className={styles['list']}>
      <RegisterView
        screen={{ ...screen, at: own }}
        label={t('answers.title')}
        initial={initial}
        countLabel={(numbers) => t('answers.count', numbers)}
        filterPlaceholder={t('answers.filter')}
        empty={{
          icon: IconInbox,
          title: t('answers.emptyTitle'),
          description: t('answers.emptyText'),
          actions: isReadOnly ? null : <ImportLink />,
        }}
        actions={
          isReadOnly ? null : (
            <Button
              size="xs"
              leftSection={<IconPlus size="1rem" aria-hidden />}
              onClick={() => go('new')}
            >
              {t('answers.new')}
            </Button>
          )
        }
        go={go}
        form={<NewNeed surveyId={surveyId} onMade={go} />}
        sheet={
          openId === null || sheet === null ? null : (
            <RecordSheet
              key={openId}
              table="need"
              id={openId}
              sheet={sheet}
              port={recordPort}
              isReadOnly={isReadOnly}
              special={{ formKey: null }}
              texts={{
                linked: t('answers.linked'),
                sources: t('answers.sources'),
                noSource: t('answers.noSource'),
              }}
            >
              <Section title={t('answers.offers')} anchor="offers">
                <MatchList
                  surveyId={surveyId}
                  needId={openId}
                  decided="all"
                  isReadOnly={isReadOnly}
                />
              </Section>
            </RecordSheet>
          )
        }
      />
    </div>
  );
}

interface NewNeedProps {
  readonly surveyId: string;
  readonly onMade: (id: string) => void;
}

function NewNeed({ surveyId, onMade }: NewNeedProps) {
  const { t } = useTranslation('needs');
  const [organisationId, setOrganisation] = useState<string | null>(null);
  const [segmentId, setSegment] = useState<string | null>(null);
  const [buyerKind, setKind] = useState<string | null>(null);
  return (
    <NewRecordForm
      table="need"
      nameField="title"
      values={{ surveyId, organisationId, segmentId, buyerKind, receivedOn: localToday() }}
      createLabel={t('answers.create')}
      port={recordPort}
      onMade={onMade}
    >
      <ReferencePicker
        table="organisation"
        label={t('vocabulary:field.need.organisationId')}
        port={recordPort}
        isOptional
        value={organisationId}
        onChange={setOrganisation}
      />
      <Select
        label={t('vocabulary:field.need.buyerKind')}
        clearable
        data={buyerKinds.map((value) => ({
          value,
          label: t(`vocabulary:choice.need.buyerKind.${value}`),
        }))}
        value={buyerKind}
        onChange={setKind}
      />
      <ReferencePicker
        table="purchaseSegment"
        label={t('vocabulary:field.need.segmentId')}
        port={recordPort}
        isOptional
        value={segmentId}
        onChange={setSegment}
      />
    </NewRecordForm>
  );
}
