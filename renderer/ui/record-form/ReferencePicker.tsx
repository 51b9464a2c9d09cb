import { ActionIcon, CloseButton, Combobox, Group, TextInput, useCombobox } from '@mantine/core';
import { IconChevronDown, IconExternalLink, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { organisationKinds } from '#domain/actor.ts';
import type { EntityName } from '#domain/registry.ts';

import { personFromName } from './field-check.ts';
import styles from './RecordForm.module.css';
import type { NamedOption, RecordPort } from './record-port.ts';

export interface ReferencePickerProps {
  readonly table: EntityName;
  readonly value: string | null;
  /** Name of the record chosen, where the caller knows it already. */
  readonly valueLabel?: string | undefined;
  readonly label: ReactNode;
  readonly port: RecordPort;
  readonly isOptional: boolean;
  readonly isReadOnly?: boolean;
  readonly error?: string | null;
  readonly size?: 'xs' | 'sm';
  readonly isInitiallyFocused?: boolean;
  /** Whether a record that does not exist yet can be made on the spot. */
  readonly canCreate?: boolean;
  readonly onChange: (id: string | null, label: string) => void;
}

interface Creation {
  readonly key: string;
  readonly label: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const PREFIX = 'create:';

/** What could be created from a name alone. */
function useCreations(table: EntityName, name: string): readonly Creation[] {
  const { t } = useTranslation('grid');
  if (name === '') return [];
  if (table === 'person') {
    return [{ key: 'person', label: t('form.create', { name }), values: personFromName(name) }];
  }
  if (table === 'organisation') {
    return organisationKinds.map((kind) => ({
      key: kind,
      label: t('form.createAs', { name, kind: t(`vocabulary:choice.organisation.kind.${kind}`) }),
      values: { name, kind },
    }));
  }
  return [];
}

/** Finds a record by its name among any number of them, or makes it on the spot. */
export function ReferencePicker(props: ReferencePickerProps) {
  const { table, value, port, isOptional, isReadOnly = false, onChange, size = 'sm' } = props;
  const { t } = useTranslation('grid');
  const [text, setText] = useState<string | null>(null);
  const [chosen, setChosen] = useState<{ id: string; label: string } | null>(null);
  const [options, setOptions] = useState<readonly NamedOption[]>([]);
  const [isAnswered, setAnswered] = useState(false);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const asked = useRef(0);
  /** Enter was struck before the store answered: the first match is taken when it does. */
  const takesFirst = useRef(false);
  /** What is typed and what the store last answered, known before they are drawn. */
  const typed = useRef<string | null>(null);
  const answer = useRef<readonly NamedOption[] | null>(null);
  const creations = useCreations(table, props.canCreate === false ? '' : (text ?? '').trim());
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
    },
  });
  const shown =
    value === null ? '' : chosen?.id === value ? chosen.label : (props.valueLabel ?? '');

  useEffect(() => {
    if (value === null || props.valueLabel !== undefined || chosen?.id === value) return undefined;
    let isCurrent = true;
    port.label(table, value).then((named) => {
      if (isCurrent && named !== null) setChosen({ id: value, label: named.label });
    }, port.report);
    return () => {
      isCurrent = false;
    };
  }, [value, table, port, props.valueLabel, chosen?.id]);

  function search(wanted: string): void {
    asked.current += 1;
    takesFirst.current = false;
    answer.current = null;
    const turn = asked.current;
    setPending(true);
    port.options(table, wanted).then((found) => {
      if (turn !== asked.current) return;
      const [first] = found;
      if (takesFirst.current && first !== undefined) choose(first.id, first.label);
      takesFirst.current = false;
      answer.current = found;
      setOptions(found);
      setAnswered(true);
      setPending(false);
    }, port.report);
  }

  // Once the matches are drawn, the first of them is the one that Enter takes.
  const isTyped = (text ?? '').trim() !== '';
  useEffect(() => {
    if (isTyped && !isPending && options.length > 0) combobox.selectFirstOption();
    else combobox.resetSelectedOption();
    // The combobox is a new object at every turn.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [options, isPending, isTyped]);

  function choose(id: string | null, label: string): void {
    takesFirst.current = false;
    typed.current = null;
    setChosen(id === null ? null : { id, label });
    setText(null);
    setProblem(null);
    combobox.closeDropdown();
    if (id !== value) onChange(id, label);
  }

  function submit(option: string): void {
    const creation = creations.find(({ key }) => PREFIX + key === option);
    const name = (text ?? '').trim();
    if (creation === undefined) {
      const found = options.find(({ id }) => id === option);
      if (found !== undefined) choose(found.id, found.label);
      return;
    }
    port.create(table, creation.values).then(
      (id) => {
        choose(id, name);
      },
      (thrown: unknown) => {
        setProblem(thrown instanceof Error ? thrown.message : String(thrown));
      },
    );
  }

  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal shadow="md">
      <Combobox.Target>
        <TextInput
          size={size}
          label={props.label}
          data-autofocus={props.isInitiallyFocused || undefined}
          placeholder={isReadOnly ? '' : t('form.choose')}
          value={text ?? shown}
          readOnly={isReadOnly}
          error={problem ?? props.error}
          rightSectionWidth={value === null ? 34 : isOptional && !isReadOnly ? 66 : 34}
          rightSection={
            value === null ? (
              <IconChevronDown size="1rem" aria-hidden />
            ) : (
              <Group gap={2} wrap="nowrap">
                <ActionIcon
                  component="a"
                  href={port.hrefOf(table, value)}
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={t('form.open', { name: shown })}
                >
                  <IconExternalLink size="1rem" />
                </ActionIcon>
                {isOptional && !isReadOnly && (
                  <CloseButton
                    size="sm"
                    aria-label={t('bulk.empty')}
                    onClick={() => {
                      choose(null, '');
                    }}
                  />
                )}
              </Group>
            )
          }
          onChange={(event) => {
            typed.current = event.currentTarget.value.trim();
            setText(event.currentTarget.value);
            search(event.currentTarget.value.trim());
            combobox.openDropdown();
          }}
          onClick={() => {
            if (isReadOnly) return;
            search((text ?? '').trim());
            combobox.openDropdown();
          }}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
          onBlur={() => {
            combobox.closeDropdown();
            typed.current = null;
            setText(null);
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' && !combobox.dropdownOpened && !event.altKey) {
              search((text ?? '').trim());
            }
            if (event.key === 'Enter' && typed.current !== null && typed.current !== '') {
              // A form around it is not sent with a name that was not chosen yet.
              event.preventDefault();
              const first = answer.current?.[0];
              if (answer.current === null) takesFirst.current = true;
              else if (first !== undefined && combobox.getSelectedOptionIndex() === -1) {
                choose(first.id, first.label);
              }
            }
            if (event.key === 'Escape' && (combobox.dropdownOpened || text !== null)) {
              event.stopPropagation();
              combobox.closeDropdown();
              typed.current = null;
              setText(null);
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isAnswered}>
        <Combobox.Options mah="18rem" style={{ overflowY: 'auto' }}>
          {options.map((option) => (
            <Combobox.Option value={option.id} key={option.id}>
              <span className={styles.option}>
                {option.label}
                {option.detail !== '' && (
                  <span className={styles.optionDetail}>{option.detail}</span>
                )}
              </span>
            </Combobox.Option>
          ))}
          {options.length === 0 && creations.length === 0 && (
            <Combobox.Empty>{t('form.nothingFound')}</Combobox.Empty>
          )}
          {creations.map((creation) => (
            <Combobox.Option value={PREFIX + creation.key} key={creation.key}>
              <Group gap={6} wrap="nowrap">
                <IconPlus size="1rem" aria-hidden />
                {creation.label}
              </Group>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
