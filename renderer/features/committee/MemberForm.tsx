import { Button, Group, Select, Stack } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { mandateRoles } from '#domain/working-group.ts';
import { recordPort } from '#stores/record-port.ts';
import { refusalText, refusedFields } from '#ui/data-grid/refusal.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';

interface MemberFormProps {
  readonly committeeId: string;
  readonly onDone: () => void;
}

/** Names members one after the other: the form begins anew, ready for the next. */
export function MemberForm({ committeeId, onDone }: MemberFormProps) {
  const [turn, setTurn] = useState(0);
  return (
    <MemberFields
      key={turn}
      committeeId={committeeId}
      onAdded={() => setTurn(turn + 1)}
      onDone={onDone}
    />
  );
}

interface MemberFieldsProps extends MemberFormProps {
  readonly onAdded: () => void;
}

function MemberFields({ committeeId, onAdded, onDone }: MemberFieldsProps) {
  const { t } = useTranslation('committeeScreen');
  const [personId, setPersonId] = useState<string | null>(null);
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const [role, setRole] = useState<string>('member');
  const [fromOn, setFromOn] = useState<string | null>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const isUnderWay = useRef(false);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, []);

  async function add(): Promise<void> {
    if (personId === null || isUnderWay.current) return;
    isUnderWay.current = true;
    try {
      const values = { personId, organisationId, committeeId, role, fromOn };
      await recordPort.create('mandate', values);
      onAdded();
    } catch (thrown) {
      const fields = refusedFields(thrown);
      setErrors(
        Object.keys(fields).length > 0 ? fields : { personId: refusalText(thrown, 'personId') },
      );
    } finally {
      isUnderWay.current = false;
    }
  }

  return (
    <Stack
      component="form"
      ref={form}
      gap="xs"
      mt="sm"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
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
        error={errors['organisationId'] ?? null}
        onChange={setOrganisationId}
      />
      <Group grow align="start" gap="xs">
        <Select
          label={t('vocabulary:field.mandate.role')}
          data={mandateRoles.map((value) => ({
            value,
            label: t(`vocabulary:choice.mandate.role.${value}`),
          }))}
          value={role}
          allowDeselect={false}
          onChange={(next) => setRole(next ?? role)}
        />
        <DayInput
          size="sm"
          label={t('vocabulary:field.mandate.fromOn')}
          value={fromOn}
          error={errors['fromOn'] ?? null}
          onChange={setFromOn}
        />
      </Group>
      <Group gap="xs">
        <Button type="submit" size="xs" disabled={personId === null}>
          {t('team.add')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onDone}>
          {t('team.leave')}
        </Button>
      </Group>
    </Stack>
  );
}
