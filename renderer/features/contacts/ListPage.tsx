import { Badge, Button, Group, TextInput } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DistributionDefinition } from '#contract/contact.channels.ts';
import { removeList, saveList } from '#stores/contacts.store.ts';
import { reportError } from '#stores/activity.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFocusAtFirst } from '#ui/record-form/use-focus-at-first.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { Criteria } from './Criteria.tsx';
import { ListActions } from './ListActions.tsx';
import styles from './Lists.module.css';
import { Members } from './Members.tsx';

export interface ListPageProps {
  /** Null for a suggestion, and for a list that is only being made. */
  readonly id: string | null;
  readonly name: string;
  readonly isSuggestion: boolean;
  readonly definition: DistributionDefinition;
  readonly today: string;
  readonly isReadOnly: boolean;
  readonly go: (id: string | null) => void;
}

/** One list: what it asks for, what can be done with it, and who is in it. */
export function ListPage(props: ListPageProps) {
  const { id, name, isSuggestion, definition, today, isReadOnly, go } = props;
  const { t } = useTranslation('contacts');
  const stored = JSON.stringify(definition);
  const [known, setKnown] = useState(stored);
  const [draft, setDraft] = useState(definition);
  const query = { definition: draft, today };
  const { data, error } = useQuery('contacts:members', query, { keepPrevious: true });

  // What the store says wins: a change was saved, or undone.
  if (stored !== known) {
    setKnown(stored);
    setDraft(definition);
  }

  function change(patch: Partial<DistributionDefinition>): void {
    const next = { ...draft, ...patch };
    setDraft(next);
    if (id === null || isReadOnly) return;
    saveList({ id, name, definition: next }).then((saved) => {
      if (saved === null) setDraft(definition);
    }, reportError);
  }

  const title = name === '' ? t('newName') : name;
  return (
    <article aria-label={title}>
      <header className={styles.head}>
        <NameField
          // Another name in the store takes the place of what was typed.
          key={name}
          id={id}
          name={name}
          isReadOnly={isReadOnly}
          isSuggestion={isSuggestion}
          onName={(typed) => {
            saveList({ id, name: typed, definition: draft }).then((saved) => {
              if (saved !== null && id === null) go(saved);
            }, reportError);
          }}
        />
        <ListActions
          name={title}
          definition={draft}
          today={today}
          addresses={data?.addresses ?? 0}
          people={data?.people ?? 0}
          unreached={data?.unreachedPeople ?? 0}
          onRemove={
            id === null || isReadOnly
              ? null
              : () => {
                  go(null);
                  removeList(id).catch(reportError);
                }
          }
        />
      </header>
      <Criteria
        isOpenAtFirst={id === null && !isSuggestion}
        definition={draft}
        today={today}
        onChange={change}
      />
      {error !== null && <RefusalNote error={error} />}
      {data !== undefined && (
        <Members definition={draft} found={data} today={today} onChange={change} />
      )}
    </article>
  );
}

interface NameFieldProps {
  readonly id: string | null;
  readonly name: string;
  readonly isReadOnly: boolean;
  readonly isSuggestion: boolean;
  readonly onName: (name: string) => void;
}

/** The list's name: a field of its own once it is kept, before that what « Enregistrer » asks for. */
function NameField({ id, name, isReadOnly, isSuggestion, onName }: NameFieldProps) {
  const { t } = useTranslation('contacts');
  const [typed, setTyped] = useState(name);
  const firstField = useFocusAtFirst<HTMLInputElement>();
  const plain = typed.trim();
  if (isReadOnly) {
    return (
      <h2 className={styles.title}>
        {name} {isSuggestion && <Badge variant="default">{t('suggestion.mark')}</Badge>}
      </h2>
    );
  }
  const commit = (): void => {
    if (plain === '') setTyped(name);
    else if (id === null || plain !== name) onName(plain);
  };
  return (
    <form
      className={styles.nameForm}
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <h2 className="r-visually-hidden">{name === '' ? t('newName') : name}</h2>
      <Group gap="xs" wrap="nowrap" align="end">
        <TextInput
          className={styles.name ?? ''}
          aria-label={t('name')}
          placeholder={t('name')}
          maxLength={120}
          value={typed}
          // A new list begins with its name.
          ref={id === null && !isSuggestion ? firstField : null}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
          onBlur={() => {
            if (id !== null) commit();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped(name);
          }}
        />
        {isSuggestion && (
          <Badge className={styles.mark ?? ''} variant="default" tt="none" fw={500}>
            {t('suggestion.mark')}
          </Badge>
        )}
        {id === null && (
          <Button
            type="submit"
            variant="default"
            disabled={plain === ''}
            title={plain === '' ? t('saveHint') : undefined}
            leftSection={<IconDeviceFloppy size="1.1rem" aria-hidden />}
          >
            {t('save')}
          </Button>
        )}
      </Group>
    </form>
  );
}
