import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { MandateView } from '#contract/actor.channels.ts';
import { mandateRoles } from '#domain/working-group.ts';
import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';
import { inWords } from '#stores/refusal.ts';
import { refusalText, refusedFields } from '#ui/data-grid/refusal.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import { useFocusWithin } from './use-focus-within.ts';

export interface MandateFormProps {
  readonly subGroupId: string;
  /** The mandate that ends the day before, for a succession; null for one that follows nobody. */
  readonly follows: MandateView | null;
  readonly onDone: () => void;
}

/** Names who takes a role from which day on; the predecessor's mandate ends the day before. */
export function MandateForm({ subGroupId, follows, onDone }: MandateFormProps) {
  const { t } = useTranslation('subGroups');
  const [personId, setPersonId] = useState<string | null>(null);
  const [organisationId, setOrganisationId] = useState<string | null>(
    follows?.organisationId ?? null,
  );
  const [role, setRole] = useState<string>(follows?.role ?? 'rapporteur');
  const [fromOn, setFromOn] = useState<string | null>(follows === null ? null : localToday());
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const isUnderWay = useRef(false);
  const form = useFocusWithin<HTMLDivElement>();

  async function save(): Promise<void> {
    if (personId === null) return;
    if (follows !== null && fromOn !== null) {
      const mandateId = follows.id;
      await inWords(() =>
        operations.perform('mandates:handOver', { mandateId, personId, organisationId, fromOn }),
      );
      return;
    }
    await recordPort.create('mandate', { personId, organisationId, subGroupId, role, fromOn });
  }

  function submit(): void {
    if (personId === null || isUnderWay.current) return;
    isUnderWay.current = true;
    save()
      .then(onDone, (thrown: unknown) => {
        const fields = refusedFields(thrown);
        const { toOn, ...own } = fields;
        setErrors({
          ...own,
          ...(toOn === undefined ? {} : { fromOn: toOn }),
          ...(Object.keys(fields).length === 0
            ? { personId: refusalText(thrown, 'personId') }
            : {}),
        });
      })
      .finally(() => {
        isUnderWay.current = false;
      });
  }

  return (
    <Stack
      component="form"
      ref={form}
      gap="xs"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {follows !== null && (
        <Text size="sm" fw={600}>
          {t('after', { name: follows.personLabel })}
        </Text>
      )}
      <ReferencePicker
        table="person"
        label={t('vocabulary:field.mandate.personId')}
        port={recordPort}
        isOptional
        isInitiallyFocused
        value={personId}
        error={errors['personId'] ?? null}
        onChange={setPersonId}
      />
      <ReferencePicker
        table="organisation"
        label={t('vocabulary:field.mandate.organisationId')}
        port={recordPort}
        isOptional
        value={organisationId}
        valueLabel={
          organisationId !== null && organisationId === follows?.organisationId
            ? (follows.organisationLabel ?? undefined)
            : undefined
        }
        error={errors['organisationId'] ?? null}
        onChange={setOrganisationId}
      />
      <Group grow align="start" gap="xs">
        {follows === null && (
          <Select
            label={t('vocabulary:field.mandate.role')}
            data={mandateRoles.map((value) => ({
              value,
              label: t(`vocabulary:choice.mandate.role.${value}`),
            }))}
            value={role}
            allowDeselect={false}
            onChange={(next) => {
              setRole(next ?? role);
            }}
          />
        )}
        <DayInput
          size="sm"
          label={follows === null ? t('vocabulary:field.mandate.fromOn') : t('takesOverOn')}
          value={fromOn}
          error={errors['fromOn'] ?? null}
          onChange={setFromOn}
        />
      </Group>
      <Group gap="xs">
        <Button
          type="submit"
          size="xs"
          disabled={personId === null || (follows !== null && fromOn === null)}
        >
          {t(follows === null ? 'add' : 'handOver')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onDone}>
          {t('giveUp')}
        </Button>
      </Group>
    </Stack>
  );
}
