import { IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useBreadcrumb } from '#stores/navigation.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { emptyDefinition, suggestionName } from './list-name.ts';
import { ListPage } from './ListPage.tsx';
import { ListRail } from './ListRail.tsx';
import styles from './Lists.module.css';

const NEW = 'new';

export interface ListsProps {
  readonly openId: string | null;
  readonly go: (id: string | null) => void;
}

/** Distribution lists: those that were saved, those that the groups suggest, and the open one. */
export function Lists({ openId, go }: ListsProps) {
  const { t } = useTranslation('contacts');
  const today = localToday();
  const isReadOnly = useSession(selectIsReadOnly);
  const { data, error } = useQuery('contacts:lists', { today }, { keepPrevious: true });
  const saved = data?.saved.find(({ id }) => id === openId);
  const suggestion = data?.suggestions.find(({ key }) => key === openId);
  const isNew = openId === NEW;
  const name = saved?.name ?? (suggestion === undefined ? t('new') : suggestionName(suggestion, t));
  const isKnown = saved !== undefined || suggestion !== undefined || isNew;
  useBreadcrumb([
    openId === null ? { label: t('tab') } : { label: t('tab'), path: '/actors/lists' },
    ...(openId !== null && isKnown ? [{ label: name }] : []),
  ]);

  if (error !== null && data === undefined) {
    return (
      <div className={styles.refusal}>
        <RefusalNote error={error} />
      </div>
    );
  }
  if (data === undefined) return null;
  return (
    <div className={styles.lists}>
      <ListRail {...data} openId={openId} today={today} />
      <div className={styles.page}>
        {isKnown ? (
          <ListPage
            key={openId}
            id={saved?.id ?? null}
            name={isNew ? '' : name}
            isSuggestion={suggestion !== undefined}
            definition={saved?.definition ?? suggestion?.definition ?? emptyDefinition}
            today={today}
            isReadOnly={isReadOnly}
            go={go}
          />
        ) : (
          <EmptyScreen
            icon={IconMail}
            title={t(openId === null ? 'chooseTitle' : 'goneTitle')}
            description={t(openId === null ? 'chooseText' : 'goneText')}
          />
        )}
      </div>
    </div>
  );
}
