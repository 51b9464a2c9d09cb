import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AffiliationView } from '#contract/actor.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { refusalText, refusedFields } from '#ui/data-grid/refusal.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { StoredForm } from '#ui/record-form/StoredForm.tsx';

import { TenuresOn } from './TenuresOn.tsx';

type Owner = { readonly personId: string } | { readonly organisationId: string };

export interface AffiliationsProps {
  /** Whose functions: a person's, or those held in an organisation. */
  readonly of: Owner;
  readonly affiliations: readonly AffiliationView[];
  /** The day asked about, null for today. */
  readonly day: string | null;
  readonly isReadOnly: boolean;
}

/** Functions over time, of a person or in an organisation. */
export function Affiliations({ of, affiliations, day, isReadOnly }: AffiliationsProps) {
  const { t } = useTranslation('actors');
  const [isAdding, setAdding] = useState(false);
  const isPerson = 'personId' in of;
  return (
    <Section
      title={t(isPerson ? 'sheet.functions' : 'sheet.people')}
      count={affiliations.length}
      anchor="people"
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
            {t(isPerson ? 'sheet.addFunction' : 'sheet.addPerson')}
          </Button>
        )
      }
    >
      {isAdding && (
        <AddAffiliation
          of={of}
          onDone={() => {
            setAdding(false);
          }}
        />
      )}
      {affiliations.length === 0 && !isAdding && (
        <Text size="sm" c="dimmed">
          {t(isPerson ? 'sheet.noFunction' : 'sheet.noPerson')}
        </Text>
      )}
      <TenuresOn
        table="affiliation"
        day={day}
        port={recordPort}
        isReadOnly={isReadOnly}
        renderEditor={(id) => (
          <StoredForm table="affiliation" id={id} port={recordPort} isReadOnly={isReadOnly} />
        )}
        lines={affiliations.map((line) => ({
          ...line,
          note: null,
          name: isPerson ? line.organisationLabel : line.personLabel,
          href: isPerson
            ? recordPort.hrefOf('organisation', line.organisationId)
            : recordPort.hrefOf('person', line.personId),
          detail: line.title,
        }))}
      />
    </Section>
  );
}

function AddAffiliation({ of, onDone }: { readonly of: Owner; readonly onDone: () => void }) {
  const { t } = useTranslation('actors');
  const isPerson = 'personId' in of;
  const [otherId, setOtherId] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [fromOn, setFromOn] = useState<string | null>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const otherField = isPerson ? 'organisationId' : 'personId';

  function add(): void {
    recordPort
      .create('affiliation', {
        ...of,
        [otherField]: otherId,
        title: title.trim() === '' ? null : title.trim(),
        fromOn,
      })
      .then(onDone, (thrown: unknown) => {
        const fields = refusedFields(thrown);
        const isNamed = Object.keys(fields).length > 0;
        setErrors(isNamed ? fields : { [otherField]: refusalText(thrown, otherField) });
      });
  }

  return (
    <Stack
      component="form"
      gap="xs"
      mb="sm"
      onSubmit={(event) => {
        event.preventDefault();
        if (otherId !== null) add();
      }}
    >
      <ReferencePicker
        table={isPerson ? 'organisation' : 'person'}
        label={t(`vocabulary:field.affiliation.${otherField}`)}
        port={recordPort}
        isOptional
        isInitiallyFocused
        value={otherId}
        error={errors[otherField] ?? null}
        onChange={setOtherId}
      />
      <Group grow align="start" gap="xs">
        <TextInput
          label={t('vocabulary:field.affiliation.title')}
          value={title}
          error={errors['title']}
          onChange={(event) => {
            setTitle(event.currentTarget.value);
          }}
        />
        <DayInput
          size="sm"
          label={t('vocabulary:field.affiliation.fromOn')}
          value={fromOn}
          error={errors['fromOn'] ?? null}
          onChange={setFromOn}
        />
      </Group>
      <Group gap="xs">
        <Button type="submit" size="xs" disabled={otherId === null}>
          {t('sheet.add')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onDone}>
          {t('sheet.giveUp')}
        </Button>
      </Group>
    </Stack>
  );
}
