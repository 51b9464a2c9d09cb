import { Button, Group, Menu, Popover, Stack, TextInput } from '@mantine/core';
import {
  IconArrowBackUp,
  IconBookmark,
  IconChevronDown,
  IconDeviceFloppy,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { listMenu } from './menu-props.ts';
import styles from './RecordList.module.css';
import { refusalText } from './refusal.ts';
import type { GridView } from './view.ts';

export interface ViewsMenuProps {
  readonly views: readonly GridView[];
  /** The view shown, null for the person's own arrangement. */
  readonly view: GridView | null;
  readonly isModified: boolean;
  readonly isReadOnly: boolean;
  readonly onChoose: (view: GridView | null) => void;
  /** Saves what is shown, under a new name or in the view itself. */
  readonly onSave: (name: string | null) => Promise<void>;
  readonly onRename: (view: GridView, name: string) => Promise<void>;
  readonly onRemove: (view: GridView) => void;
  readonly onError: (thrown: unknown) => void;
}

/** Value of the arrangement that is no saved view: no identifier is empty. */
const ALL = '';

/** The views of a list: which one is shown, whether it still shows what it says, and all others. */
export function ViewsMenu(props: ViewsMenuProps) {
  const { views, view, isModified, isReadOnly, onChoose } = props;
  const { t } = useTranslation('grid');
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const name = view?.name ?? t('views.all');
  const canUpdate = view !== null && isModified;

  function leave(): void {
    setNaming(null);
    button.current?.focus();
  }

  return (
    <Popover
      opened={naming !== null}
      onChange={(opened) => {
        if (!opened) leave();
      }}
      position="bottom-start"
      trapFocus
      withRoles={false}
      shadow="md"
    >
      <Popover.Target>
        <span className={styles.viewsPlace}>
          <Menu {...listMenu} opened={isOpen} onChange={setOpen} width="20rem">
            <Menu.Target>
              <Button
                ref={button}
                size="xs"
                variant="default"
                px="xs"
                leftSection={<IconBookmark size="1rem" aria-hidden />}
                rightSection={<IconChevronDown size="0.9rem" aria-hidden />}
                aria-label={t(isModified ? 'views.buttonModified' : 'views.button', { name })}
                data-modified={isModified || undefined}
              >
                <span className={styles.viewName}>{name}</span>
                {isModified && <span className={styles.modified}>{t('views.modified')}</span>}
              </Button>
            </Menu.Target>
            <Menu.Dropdown className={styles.viewsList ?? ''}>
              <Menu.Label>{t('views.name')}</Menu.Label>
              <Menu.RadioGroup
                value={view?.id ?? ALL}
                onChange={(id) => {
                  onChoose(views.find((each) => each.id === id) ?? null);
                }}
              >
                <Menu.RadioItem value={ALL} closeMenuOnClick>
                  {t('views.all')}
                </Menu.RadioItem>
                {views.map((each) => (
                  <Menu.RadioItem key={each.id} value={each.id} closeMenuOnClick>
                    {each.name}
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
              {isModified && (
                <Menu.Item
                  leftSection={<IconArrowBackUp size="1rem" aria-hidden />}
                  onClick={() => {
                    onChoose(view);
                  }}
                >
                  {t('views.revert', { name })}
                </Menu.Item>
              )}
              {!isReadOnly && (
                <>
                  <Menu.Divider />
                  {canUpdate && (
                    <Menu.Item
                      leftSection={<IconDeviceFloppy size="1rem" aria-hidden />}
                      onClick={() => {
                        props.onSave(null).catch(props.onError);
                      }}
                    >
                      {t('views.update', { name })}
                    </Menu.Item>
                  )}
                  <Menu.Item
                    leftSection={<IconPlus size="1rem" aria-hidden />}
                    onClick={() => {
                      setNaming('new');
                    }}
                  >
                    {t('views.saveAs')}
                  </Menu.Item>
                  {view !== null && (
                    <>
                      <Menu.Item
                        leftSection={<IconPencil size="1rem" aria-hidden />}
                        onClick={() => {
                          setNaming('rename');
                        }}
                      >
                        {t('views.rename', { name })}
                      </Menu.Item>
                      <Menu.Item
                        leftSection={<IconTrash size="1rem" aria-hidden />}
                        onClick={() => {
                          props.onRemove(view);
                        }}
                      >
                        {t('views.remove', { name })}
                      </Menu.Item>
                    </>
                  )}
                </>
              )}
            </Menu.Dropdown>
          </Menu>
        </span>
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={t(naming === 'rename' ? 'views.renameTitle' : 'views.saveAs')}
      >
        <NameForm
          key={naming}
          initial={naming === 'rename' ? name : ''}
          taken={views.filter(({ id }) => naming === 'new' || id !== view?.id)}
          onSubmit={(typed) =>
            naming === 'rename' && view !== null ? props.onRename(view, typed) : props.onSave(typed)
          }
          onDone={leave}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function NameForm({
  initial,
  taken,
  onSubmit,
  onDone,
}: {
  initial: string;
  taken: readonly GridView[];
  onSubmit: (name: string) => Promise<void>;
  onDone: () => void;
}) {
  const { t } = useTranslation('grid');
  const [name, setName] = useState(initial);
  const [error, setError] = useState<string | null>(null);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const typed = name.trim();
    const isTaken = taken.some((view) => view.name.toLowerCase() === typed.toLowerCase());
    if (typed === '') setError(t('views.nameRequired'));
    else if (isTaken) setError(t('views.nameTaken', { name: typed }));
    else {
      onSubmit(typed).then(onDone, (thrown: unknown) => {
        setError(refusalText(thrown, 'name'));
      });
    }
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="xs" w="18rem">
        <TextInput
          size="xs"
          label={t('views.nameLabel')}
          placeholder={t('views.namePlaceholder')}
          value={name}
          error={error}
          maxLength={120}
          data-autofocus
          onFocus={(event) => {
            event.currentTarget.select();
          }}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setError(null);
          }}
        />
        <Group justify="flex-end" gap="xs">
          <Button size="xs" variant="subtle" onClick={onDone}>
            {t('views.cancel')}
          </Button>
          <Button size="xs" type="submit">
            {t('views.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
