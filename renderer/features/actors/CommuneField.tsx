import { Combobox, Text, TextInput, useCombobox } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { CommuneView, FoundCommuneView } from '#contract/actor.channels.ts';
import { organisation } from '#domain/actor.ts';
import { communePatch, freeCommunePatch } from '#domain/commune.ts';
import { useQuery } from '#stores/use-query.ts';
import { refusalText } from '#ui/data-grid/refusal.ts';
import { fold } from '#ui/fold.ts';
import { FormField } from '#ui/record-form/FormField.tsx';
import type { FieldOf } from '#ui/record-form/use-auto-save.ts';
import { textOf } from '#ui/text-of.ts';

import styles from './ActorSheet.module.css';
import { CommuneOption, Whereabouts } from './CommuneDetails.tsx';

export interface CommuneFieldProps {
  /** The organisation and the way to save it. */
  readonly of: Omit<FieldOf, 'table' | 'field'>;
  readonly isReadOnly: boolean;
}

const SHOWN = 8;
const KEEP = 'keep';

/** Where an organisation is: found by name or postal code, it fills the codes in one operation. */
export function CommuneField({ of, isReadOnly }: CommuneFieldProps) {
  const { t } = useTranslation('actors');
  const { record, port } = of;
  const name = textOf(record['communeName']);
  const code = textOf(record['communeCode']);
  const postalCode = textOf(record['postalCode']);
  const [text, setText] = useState<string | null>(null);
  const [entered, setEntered] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const typed = (text ?? '').trim();
  const combobox = useCombobox();
  const known = useQuery('communes:get', code === '' ? null : { code }).data ?? null;
  const hint = code === '' && name !== '' && text === null ? `${postalCode} ${name}`.trim() : '';
  const asked = typed === '' ? hint : typed;
  const search = useQuery('communes:find', asked === '' ? null : { text: asked, limit: SHOWN }, {
    keepPrevious: true,
  });
  const options = asked === '' ? [] : (search.data ?? []);
  const isAnswered = search.data !== undefined && !search.isLoading;

  function write(patch: Readonly<Record<string, string | null>>): void {
    setText(null);
    setError(null);
    combobox.closeDropdown();
    port.save('organisation', of.id, patch).catch((thrown: unknown) => {
      setError(refusalText(thrown, 'communeName'));
    });
  }

  function choose(commune: CommuneView | FoundCommuneView): void {
    write({
      ...communePatch(commune, { postalCode: postalCode === '' ? null : postalCode, typed }),
    });
  }

  /** The commune that was named in full, or by its postal code alone. */
  function certain(): FoundCommuneView | null {
    const [first, second] = options;
    if (first === undefined) return null;
    const isNamed = fold(first.name) === fold(typed) && fold(second?.name ?? '') !== fold(typed);
    return isNamed || (second === undefined && /^\d{5}/.test(typed)) ? first : null;
  }

  /** What leaving the field with words in it means: a commune without doubt, otherwise words alone. */
  function settle(): void {
    if (text === null) return;
    const found = isAnswered ? certain() : null;
    if (typed === name) setText(null);
    else if (typed === '') write({ ...freeCommunePatch(''), postalCode: null });
    else if (found === null) write({ ...freeCommunePatch(typed) });
    else choose(found);
  }

  useEffect(() => {
    if (isAnswered && typed !== '') combobox.selectFirstOption();
    if (entered === null || entered !== typed || !isAnswered) return;
    setEntered(null);
    const [first] = options;
    if (first === undefined) settle();
    else choose(first);
    // Runs when an answer comes, for the text that it answers.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isAnswered, typed, entered, search.data]);

  return (
    <div className={styles.commune}>
      <Combobox
        store={combobox}
        withinPortal
        // Inside the record's own landmark, not beside all of them.
        portalProps={{ target: 'aside' }}
        preventPositionChangeWhenVisible={false}
        shadow="md"
        onOptionSubmit={(value) => {
          const found = options.find((option) => option.code === value);
          if (value === KEEP) write({ ...freeCommunePatch(typed) });
          else if (found !== undefined) choose(found);
        }}
      >
        <Combobox.Target withExpandedAttribute>
          <TextInput
            size="sm"
            label={t('vocabulary:field.organisation.communeName')}
            placeholder={isReadOnly ? '' : t('commune.placeholder')}
            leftSection={<IconMapPin size="1rem" aria-hidden />}
            value={text ?? name}
            readOnly={isReadOnly}
            error={error}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setEntered(null);
              combobox.openDropdown();
            }}
            onFocus={(event) => {
              event.currentTarget.select();
            }}
            onBlur={() => {
              combobox.closeDropdown();
              settle();
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && text !== null) {
                if (typed === '') settle();
                else if (!isAnswered) {
                  combobox.resetSelectedOption();
                  setEntered(typed);
                }
              }
              if (event.key === 'Escape' && text !== null) {
                event.preventDefault();
                event.stopPropagation();
                combobox.closeDropdown();
                setText(null);
              }
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={typed === ''}>
          <Combobox.Options
            aria-label={t('commune.options')}
            mah="18rem"
            style={{ overflowY: 'auto' }}
          >
            {options.map((option) => (
              <Combobox.Option value={option.code} key={option.code}>
                <CommuneOption commune={option} />
              </Combobox.Option>
            ))}
            {options.length === 0 && (
              <Combobox.Empty>
                {t(isAnswered ? 'commune.nothingFound' : 'commune.searching')}
              </Combobox.Empty>
            )}
            {isAnswered && (
              <Combobox.Option value={KEEP}>
                <Text size="sm" c="dimmed">
                  {t('commune.keep', { name: typed })}
                </Text>
              </Combobox.Option>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <FormField
        of={{ ...of, table: 'organisation', field: 'postalCode' }}
        declared={organisation.fields.postalCode}
        isReadOnly={isReadOnly}
      />
      <Whereabouts
        name={name}
        code={code}
        postalCode={postalCode}
        known={known}
        likely={hint === '' || !isAnswered ? null : (options[0] ?? null)}
        isReadOnly={isReadOnly}
        onChoose={choose}
        onPostalCode={(chosen) => {
          write({ postalCode: chosen });
        }}
      />
    </div>
  );
}
