import { Anchor, Button, Group, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { refusalText } from '#ui/data-grid/refusal.ts';
import { Section } from '#ui/record-form/Section.tsx';
import { SimilarRecords } from '#ui/record-form/SimilarRecords.tsx';
import { useFocusAtFirst } from '#ui/record-form/use-focus-at-first.ts';

import styles from './ActorSheet.module.css';

type Sheet = NonNullable<ChannelOutput<'actors:organisation'>>;

export interface UnitsProps {
  readonly organisationId: string;
  /** Nature of the organisation, which its units share. */
  readonly record: Sheet['record'];
  readonly units: Sheet['units'];
  readonly isReadOnly: boolean;
}

/** Services and units of an organisation: organisations of their own that hang on it. */
export function Units({ organisationId, record, units, isReadOnly }: UnitsProps) {
  const { t } = useTranslation('actors');
  const [isAdding, setAdding] = useState(false);
  if (isReadOnly && units.length === 0) return null;
  return (
    <Section
      title={t('units.title')}
      count={units.length}
      anchor="units"
      action={
        isReadOnly ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            aria-expanded={isAdding}
            onClick={() => {
              setAdding((adding) => !adding);
            }}
          >
            {t('units.add')}
          </Button>
        )
      }
    >
      {isAdding && (
        <AddUnit
          values={{
            kind: record['kind'],
            buyerKind: record['buyerKind'],
            parentId: organisationId,
          }}
          onDone={() => {
            setAdding(false);
          }}
        />
      )}
      <ul className={styles.lines}>
        {units.map((unit) => (
          <li key={unit.id} className={styles.line}>
            <div className={styles.about}>
              <Anchor href={recordPort.hrefOf('organisation', unit.id)} size="sm">
                {unit.name}
              </Anchor>
              {unit.communeName !== null && (
                <span className={styles.quiet}>{unit.communeName}</span>
              )}
            </div>
            <div className={styles.facts}>
              {unit.people > 0 && <span>{t('units.people', { count: unit.people })}</span>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface AddUnitProps {
  readonly values: Readonly<Record<string, unknown>>;
  readonly onDone: () => void;
}

function AddUnit({ values, onDone }: AddUnitProps) {
  const { t } = useTranslation('actors');
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const field = useFocusAtFirst<HTMLInputElement>();
  return (
    <Stack
      component="form"
      gap="xs"
      mb="sm"
      onSubmit={(event) => {
        event.preventDefault();
        recordPort
          .create('organisation', { ...values, name: name.trim() })
          .then(onDone, (thrown: unknown) => {
            setError(refusalText(thrown, 'name'));
          });
      }}
    >
      <TextInput
        ref={field}
        size="sm"
        label={t('units.name')}
        value={name}
        error={error}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setError(null);
        }}
      />
      <SimilarRecords table="organisation" name={name} port={recordPort} />
      <Group gap="xs">
        <Button type="submit" size="xs" disabled={name.trim() === ''}>
          {t('units.create')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onDone}>
          {t('sheet.giveUp')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The organisations that one is part of, the highest first. */
export function ParentPath({ parents }: { readonly parents: Sheet['parents'] }) {
  const { t } = useTranslation('actors');
  if (parents.length === 0) return null;
  return (
    <p className={styles.path}>
      <span className={styles.quiet}>{t('units.partOf')} </span>
      {parents.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ' › '}
          <Anchor href={recordPort.hrefOf('organisation', id)} size="sm">
            {name}
          </Anchor>
        </span>
      ))}
    </p>
  );
}
