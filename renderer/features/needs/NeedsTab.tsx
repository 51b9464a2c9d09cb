import { Button, Collapse, SegmentedControl, Select } from '@mantine/core';
import { IconClipboardList, IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SurveyView } from '#contract/needs.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { useBreadcrumb } from '#stores/navigation.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useTabPlace } from '#stores/tab-place.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { useFormat } from '#ui/format.ts';
import { LateLoader } from '#ui/LateLoader.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { NewRecordForm } from '#ui/record-form/NewRecordForm.tsx';
import { StoredForm } from '#ui/record-form/StoredForm.tsx';

import { AnswersView } from './AnswersView.tsx';
import { CountsView } from './CountsView.tsx';
import { FormsView } from './FormsView.tsx';
import { MatchesView } from './MatchesView.tsx';
import styles from './Needs.module.css';

export interface NeedsTabProps {
  readonly groupId: string;
  readonly year: number;
}

const views = ['counts', 'answers', 'forms', 'matches'] as const;
const NEW = 'new';

/** The group's censuses of needs: who answered what, the form that goes out, and the offers that fit. */
export function NeedsTab({ groupId }: NeedsTabProps) {
  const { t } = useTranslation('needs');
  const { parts, pathOf, go } = useTabPlace('needs');
  const isReadOnly = useSession(selectIsReadOnly);
  const [isEditing, setEditing] = useState(false);
  const { data: surveys, error } = useQuery('needs:surveys', {
    groupId: groupId,
  });
  if (error !== null) return <RefusalNote error={error} />;
  if (surveys === undefined) return <LateLoader label={t('loading')} />;
  const [first, second, openId = null] = parts;
  const survey = surveys.find(({ id }) => id === first) ?? surveys[0];
  const form = (
    <NewRecordForm
      table="needsSurvey"
      nameField="title"
      values={{ workingGroupId: groupId }}
      createLabel={t('create')}
      port={recordPort}
      onMade={(id) => go(id, 'forms')}
    />
  );
  if (first === NEW && !isReadOnly) {
    return (
      <div className={styles['tab']}>
        <div className={styles['head']}>
          <Button size="xs" variant="default" onClick={() => go()}>
            {t('forms.leave')}
          </Button>
        </div>
        <NeedsCrumb />
        <div className={styles['panel']}>{form}</div>
      </div>
    );
  }
  const create = isReadOnly ? null : (
    <Button
      size="xs"
      variant={survey === undefined ? 'filled' : 'default'}
      leftSection={<IconPlus size="1rem" aria-hidden />}
      onClick={() => go(NEW)}
    >
      {t('new')}
    </Button>
  );
  if (survey === undefined) {
    return (
      <>
        <NeedsCrumb />
        <EmptyScreen
          icon={IconClipboardList}
          title={t('emptyTitle')}
          description={t('emptyText')}
          actions={create}
        />
      </>
    );
  }
  const view = views.find((name) => name === second) ?? 'counts';
  const surveyId = survey.id;
  const props = { surveyId, isReadOnly };
  return (
    <div className={styles['tab']}>
      <div className={styles['head']}>
        {surveys.length > 1 && (
          <Select
            size="xs"
            w="22rem"
            aria-label={t('survey')}
            data={surveys.map(({ id, title }) => ({ value: id, label: title }))}
            value={survey.id}
            allowDeselect={false}
            onChange={(id) => id !== null && go(id, view)}
          />
        )}
        <SegmentedControl
          size="xs"
          aria-label={t('views')}
          data={views.map((value) => ({ value, label: t(`view.${value}`) }))}
          value={view}
          onChange={(next) => go(survey.id, next)}
        />
        {!isReadOnly && (
          <Button
            className={styles['push'] ?? ''}
            size="xs"
            variant="subtle"
            leftSection={<IconPencil size="1rem" aria-hidden />}
            aria-expanded={isEditing}
            onClick={() => setEditing((editing) => !editing)}
          >
            {t(isEditing ? 'editDone' : 'edit')}
          </Button>
        )}
        {create}
      </div>
      {view !== 'answers' && <NeedsCrumb />}
      <About survey={survey} />
      <Collapse expanded={isEditing}>
        {isEditing && (
          <div className={styles['panel']}>
            <StoredForm
              key={survey.id}
              table="needsSurvey"
              id={survey.id}
              port={recordPort}
              isReadOnly={isReadOnly}
            />
          </div>
        )}
      </Collapse>
      {view === 'counts' && (
        <CountsView {...props} key={survey.id} goTo={(next) => go(survey.id, next)} />
      )}
      {view === 'answers' && (
        <AnswersView
          {...props}
          key={survey.id}
          title={survey.title}
          crumb={{ label: t('steering:tab.needs'), path: pathOf(survey.id, view) }}
          openId={openId}
          go={(id) => (id === null ? go(survey.id, view) : go(survey.id, view, id))}
        />
      )}
      {view === 'forms' && (
        <FormsView
          {...props}
          key={survey.id}
          title={survey.title}
          onCounts={() => go(survey.id, 'counts')}
        />
      )}
      {view === 'matches' && <MatchesView {...props} key={survey.id} />}
    </div>
  );
}

/** The tab in the breadcrumb, where no list of its own says it. */
function NeedsCrumb() {
  const { t } = useTranslation('steering');
  useBreadcrumb([{ label: t('tab.needs') }]);
  return null;
}

/** Of which census this is, and when it runs. */
function About({ survey }: { readonly survey: SurveyView }) {
  const { t } = useTranslation('needs');
  const { date } = useFormat();
  const { title, agreementName, opensOn, closesOn } = survey;
  const when =
    opensOn !== null && closesOn !== null
      ? t('between', { from: date(opensOn), to: date(closesOn) })
      : opensOn !== null
        ? t('opensOn', { date: date(opensOn) })
        : closesOn !== null
          ? t('closesOn', { date: date(closesOn) })
          : null;
  const parts = [
    title,
    agreementName === null ? null : t('under', { agreement: agreementName }),
    when,
  ].filter((part) => part !== null);
  return <div className={styles['about']}>{parts.join(' · ')}</div>;
}
