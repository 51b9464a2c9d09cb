import { Button, Group, Loader, SegmentedControl, Text, TextInput, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { IconFilePlus, IconFolderOpen, IconSparkles } from '@tabler/icons-react';
import type { SyntheticEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { reportError } from '#stores/activity.store.ts';
import { useSession } from '#stores/session.store.ts';
import { Logo } from '#ui/Logo.tsx';

import classes from './FirstRunScreen.module.css';
import { OpeningRefusal } from './OpeningRefusal.tsx';
import { RecentFiles } from './RecentFiles.tsx';

/** What one sees without an open store: the example, a new group, a file, and the recent ones. */
export function FirstRunScreen() {
  const { t } = useTranslation('firstRun');
  const failure = useSession((state) => state.failure);
  return (
    <div className={classes['page']}>
      <main className={classes['sheet']}>
        <header className={classes['head']}>
          <Logo size={52} />
          <div>
            <Title order={1} className={classes['name'] ?? ''}>
              Rapporteur
            </Title>
            <Text size="lg" c="dimmed">
              {t('firstRun:tagline')}
            </Text>
          </div>
        </header>
        {failure === null ? null : <OpeningRefusal failure={failure} />}
        <Choices />
        <RecentFiles />
      </main>
      <footer className={classes['foot']}>
        <Text size="sm" c="dimmed">
          {t('firstRun:promise')}
        </Text>
        <LanguageChoice />
      </footer>
    </div>
  );
}

function Choices() {
  const { t } = useTranslation('firstRun');
  const open = useSession((state) => state.open);
  const opening = useSession((state) => state.opening);
  const [isNaming, setNaming] = useState(false);
  return (
    <section aria-labelledby="first-choices">
      <h2 id="first-choices" className="r-visually-hidden">
        {t('firstRun:choices')}
      </h2>
      <ul className={classes['choices']}>
        <li>
          <Choice
            icon={IconSparkles}
            title={t('firstRun:example.title')}
            description={t('firstRun:example.description')}
            isMain
            isBusy={opening?.kind === 'example'}
            onChoose={() => void open({ kind: 'example' })}
          />
        </li>
        <li>
          {isNaming ? (
            <NewGroup onGiveUp={() => setNaming(false)} />
          ) : (
            <Choice
              icon={IconFilePlus}
              title={t('firstRun:create.title')}
              description={t('firstRun:create.description')}
              isBusy={opening?.kind === 'create'}
              onChoose={() => setNaming(true)}
            />
          )}
        </li>
        <li>
          <Choice
            icon={IconFolderOpen}
            title={t('firstRun:open.title')}
            description={t('firstRun:open.description')}
            isBusy={opening?.kind === 'file'}
            onChoose={() => void open({ kind: 'file', readOnly: false })}
          />
        </li>
      </ul>
    </section>
  );
}

interface ChoiceProps {
  readonly icon: Icon;
  readonly title: string;
  readonly description: string;
  readonly isMain?: boolean;
  readonly isBusy: boolean;
  onChoose(): void;
}

function Choice({
  icon: IconOf,
  title,
  description,
  isMain = false,
  isBusy,
  onChoose,
}: ChoiceProps) {
  return (
    <button
      type="button"
      className={classes['choice']}
      data-main={isMain || undefined}
      aria-busy={isBusy}
      onClick={onChoose}
    >
      <span className={classes['choiceIcon']}>
        {isBusy ? (
          <Loader size={24} color="currentColor" />
        ) : (
          <IconOf size={26} stroke={1.6} aria-hidden="true" />
        )}
      </span>
      <span className={classes['choiceTitle']}>{title}</span>
      <span className={classes['choiceText']}>{description}</span>
    </button>
  );
}

function NewGroup({ onGiveUp }: { onGiveUp(): void }) {
  const { t } = useTranslation('firstRun');
  const open = useSession((state) => state.open);
  const isBusy = useSession((state) => state.opening?.kind === 'create');
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const groupName = name.trim();
    setMissing(groupName === '');
    if (groupName !== '') void open({ kind: 'create', groupName });
  };
  return (
    <form className={classes['naming']} onSubmit={submit}>
      <TextInput
        label={t('firstRun:create.name')}
        description={t('firstRun:create.nameHelp')}
        placeholder={t('firstRun:create.placeholder')}
        value={name}
        maxLength={300}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onGiveUp();
        }}
        error={isMissing ? t('firstRun:create.missing') : null}
        data-autofocus
        ref={(input) => {
          if (input !== null && document.activeElement?.closest('form') === null) input.focus();
        }}
      />
      <Group gap="xs" mt="auto">
        <Button type="submit" loading={isBusy}>
          {t('firstRun:create.submit')}
        </Button>
        <Button variant="subtle" onClick={onGiveUp}>
          {t('firstRun:create.giveUp')}
        </Button>
      </Group>
    </form>
  );
}

function LanguageChoice() {
  const { t } = useTranslation('firstRun');
  const language = useSession((state) => state.app?.preferences.language ?? 'fr');
  const setPreferences = useSession((state) => state.setPreferences);
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('firstRun:language')}
      value={language}
      onChange={(value) => {
        setPreferences({ language: value === 'en' ? 'en' : 'fr' }).catch(reportError);
      }}
      data={[
        { value: 'fr', label: t('firstRun:french') },
        { value: 'en', label: t('firstRun:english') },
      ]}
    />
  );
}
