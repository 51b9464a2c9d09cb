import { Button, Checkbox, Input, MultiSelect, SegmentedControl } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import type { DistributionDefinition } from '#contract/contact.channels.ts';
import { organisationKinds } from '#domain/actor.ts';
import { mandateRoles } from '#domain/working-group.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';

import styles from './Lists.module.css';

export interface CriteriaProps {
  readonly isOpenAtFirst: boolean;
  readonly definition: DistributionDefinition;
  readonly today: string;
  readonly onChange: (patch: Partial<DistributionDefinition>) => void;
}

type Body = DistributionDefinition['bodies'][number];
const bodyTables = ['workingGroup', 'subGroup', 'committee'] as const;
const keyOf = ({ table, id }: Pick<Body, 'table' | 'id'>): string => `${table}:${id}`;

/** What a list asks for: in a line, and in fields once opened. Each change tells at once. */
export function Criteria({ isOpenAtFirst, ...props }: CriteriaProps) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const { data } = useQuery('contacts:choices', {}, { keepPrevious: true });
  const fieldsId = useId();
  const { definition } = props;
  const bodies = data?.bodies ?? [];
  const chosen = definition.bodies.flatMap((body) => {
    const known = bodies.find((each) => keyOf(each) === keyOf(body));
    if (known === undefined) return [];
    const hasParts = body.table === 'workingGroup' && definition.includesParts;
    return [hasParts ? t('withParts', { body: known.label }) : known.label];
  });
  const words = [
    definition.roles.map((role) => t(`vocabulary:choice.mandate.role.${role}`)),
    chosen,
    definition.organisationKinds.map((kind) => t(`vocabulary:choice.organisation.kind.${kind}`)),
    definition.tags.map((tag) => t('reason.tag', { tag })),
    [
      definition.onDay === null
        ? t('grid:date.today')
        : t('situation', { day: format.date(definition.onDay) }),
    ],
  ];
  return (
    <section className={styles.criteria} aria-label={t('criteria')}>
      <div className={styles.disclosure}>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={
            isOpen ? (
              <IconChevronDown size="1rem" aria-hidden />
            ) : (
              <IconChevronRight size="1rem" aria-hidden />
            )
          }
          aria-expanded={isOpen}
          aria-controls={fieldsId}
          onClick={() => {
            setOpen((open) => !open);
          }}
        >
          {t('criteria')}
        </Button>
        <span className={styles.quiet}>
          {words
            .filter(({ length }) => length > 0)
            .map((some) => some.join(', '))
            .join(' · ')}
        </span>
      </div>
      <div id={fieldsId}>
        {isOpen && <Fields {...props} bodies={bodies} knownTags={data?.tags ?? []} />}
      </div>
    </section>
  );
}

interface FieldsProps extends Omit<CriteriaProps, 'isOpenAtFirst'> {
  readonly bodies: ChannelOutput<'contacts:choices'>['bodies'];
  readonly knownTags: readonly string[];
}

function Fields({ definition, today, onChange, bodies, knownTags }: FieldsProps) {
  const { t } = useTranslation('contacts');
  const whenLabel = useId();
  const hasGroup = definition.bodies.some(({ table }) => table === 'workingGroup');
  const several = {
    size: 'sm',
    searchable: true,
    clearable: true,
    hidePickedOptions: true,
    nothingFoundMessage: t('nothingFound'),
    styles: { inputField: { minWidth: '1rem' } },
    clearButtonProps: { 'aria-label': t('grid:bulk.empty') },
  } as const;
  const shown = <V extends string>(values: readonly V[], empty: string) => ({
    value: [...values],
    placeholder: values.length === 0 ? empty : '',
  });

  return (
    <div className={styles.fields}>
      <MultiSelect
        {...several}
        {...shown(definition.roles, t('anyRole'))}
        label={t('roles')}
        data={mandateRoles.map((role) => ({
          value: role,
          label: t(`vocabulary:choice.mandate.role.${role}`),
        }))}
        onChange={(values) => {
          onChange({ roles: mandateRoles.filter((role) => values.includes(role)) });
        }}
      />
      <div>
        <MultiSelect
          {...several}
          {...shown(
            definition.bodies
              .map(keyOf)
              .filter((key) => bodies.some((body) => keyOf(body) === key)),
            t('anyBody'),
          )}
          label={t('bodies')}
          data={bodyTables
            .map((table) => ({
              group: t(`vocabulary:entity.${table}.other`),
              items: bodies
                .filter((body) => body.table === table)
                .map((body) => ({ value: keyOf(body), label: body.label })),
            }))
            .filter(({ items }) => items.length > 0)}
          onChange={(values) => {
            onChange({
              bodies: bodies
                .filter((body) => values.includes(keyOf(body)))
                .map(({ table, id }) => ({ table, id })),
            });
          }}
        />
        {hasGroup && (
          <Checkbox
            className={styles.parts ?? ''}
            label={t('includesParts')}
            checked={definition.includesParts}
            onChange={(event) => {
              onChange({ includesParts: event.currentTarget.checked });
            }}
          />
        )}
      </div>
      <MultiSelect
        {...several}
        {...shown(definition.organisationKinds, t('anyKind'))}
        label={t('kinds')}
        data={organisationKinds.map((kind) => ({
          value: kind,
          label: t(`vocabulary:choice.organisation.kind.${kind}`),
        }))}
        onChange={(values) => {
          onChange({
            organisationKinds: organisationKinds.filter((kind) => values.includes(kind)),
          });
        }}
      />
      <MultiSelect
        {...several}
        {...shown(definition.tags, t('anyTag'))}
        label={t('tags')}
        data={[...new Set([...knownTags, ...definition.tags])]}
        onChange={(tags) => {
          onChange({ tags });
        }}
      />
      <Input.Wrapper
        label={t('when')}
        labelElement="div"
        labelProps={{ id: whenLabel, className: styles.block ?? '' }}
      >
        <div className={styles.when}>
          <SegmentedControl
            size="sm"
            aria-labelledby={whenLabel}
            data={[
              { value: 'today', label: t('today') },
              { value: 'day', label: t('fixedDay') },
            ]}
            value={definition.onDay === null ? 'today' : 'day'}
            onChange={(when) => {
              onChange({ onDay: when === 'today' ? null : today });
            }}
          />
          {definition.onDay !== null && (
            <DayInput
              size="sm"
              label={null}
              ariaLabel={t('day')}
              width="9.5rem"
              isRequired
              value={definition.onDay}
              onChange={(onDay) => {
                if (onDay !== null) onChange({ onDay });
              }}
            />
          )}
        </div>
      </Input.Wrapper>
      <ReferencePicker
        // Empty again once somebody was added.
        key={definition.added.length}
        table="person"
        label={t('addPerson')}
        port={recordPort}
        isOptional
        value={null}
        onChange={(id) => {
          if (id === null) return;
          onChange({
            added: [...new Set([...definition.added, id])],
            removed: definition.removed.filter((other) => other !== id),
          });
        }}
      />
    </div>
  );
}
