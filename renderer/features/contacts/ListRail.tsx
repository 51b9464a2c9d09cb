import { Button } from '@mantine/core';
import { IconAddressBook } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import { exportVcard } from '#stores/contacts.store.ts';
import { useFormat } from '#ui/format.ts';

import { suggestionName } from './list-name.ts';
import styles from './Lists.module.css';

interface ListRailProps extends ChannelOutput<'contacts:lists'> {
  readonly openId: string | null;
  readonly today: string;
}

/** Every list by name, with how many people it takes: those of the group first, then suggestions. */
export function ListRail({ saved, suggestions, openId, today }: ListRailProps) {
  const { t } = useTranslation('contacts');
  const [savedTitle, suggestedTitle] = [useId(), useId()];
  return (
    <nav className={styles.rail} aria-label={t('lists')}>
      <h2 id={savedTitle}>{t('saved')}</h2>
      {saved.length === 0 ? (
        <p className={styles.quiet}>{t('noSaved')}</p>
      ) : (
        <ul aria-labelledby={savedTitle}>
          {saved.map(({ id, name, people }) => (
            <Entry key={id} id={id} name={name} people={people} isOpen={id === openId} />
          ))}
        </ul>
      )}
      {suggestions.length > 0 && (
        <>
          <h2 id={suggestedTitle}>{t('suggestions')}</h2>
          <ul aria-labelledby={suggestedTitle}>
            {suggestions.map((each) => (
              <Entry
                key={each.key}
                id={each.key}
                name={suggestionName(each, t)}
                people={each.people}
                isOpen={each.key === openId}
              />
            ))}
          </ul>
        </>
      )}
      <Button
        className={styles.everyone ?? ''}
        size="compact-sm"
        variant="subtle"
        justify="start"
        leftSection={<IconAddressBook size="1rem" aria-hidden />}
        onClick={() => {
          void exportVcard({ everyone: true }, today, t('everyoneName'));
        }}
      >
        {t('everyone')}
      </Button>
    </nav>
  );
}

interface EntryProps {
  readonly id: string;
  readonly name: string;
  readonly people: number;
  readonly isOpen: boolean;
}

function Entry({ id, name, people, isOpen }: EntryProps) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  return (
    <li>
      <a href={`#/actors/lists/${id}`} aria-current={isOpen ? 'page' : undefined}>
        <span>{name}</span>
        <span aria-hidden="true">{format.number(people)}</span>
        <span className="r-visually-hidden">{t('size', { count: people })}</span>
      </a>
    </li>
  );
}
