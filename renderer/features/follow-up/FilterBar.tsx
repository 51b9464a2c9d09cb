import { Button, CloseButton, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import { followUpGroupings, followUpStates } from '#contract/follow-up.channels.ts';
import { useFormat } from '#ui/format.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';

import type { Filters } from './filters.ts';
import { filtersAtFirst, isNarrowed, widened } from './filters.ts';
import classes from './FollowUp.module.css';
import { MineButton } from './MineButton.tsx';
import { statusesOf, statusKey } from './statuses.ts';

export type Choices = ChannelOutput<'followUp:choices'>;

export interface FilterBarProps {
  readonly ref?: Ref<HTMLInputElement>;
  readonly filters: Filters;
  /** Undefined until they are known. */
  readonly counts: ChannelOutput<'followUp:list'>['counts'] | undefined;
  readonly choices: Choices | undefined;
  readonly me: string | null;
  readonly onMe: (id: string | null) => void;
  readonly onChange: (patch: Partial<Filters>) => void;
  readonly onLeaveText: () => void;
}

const isOneOf = <T extends string>(values: readonly T[], text: string | null): T | undefined =>
  values.find((value) => value === text);

/** What narrows the list down, how many there are in each state, and how it is put together. */
export function FilterBar({ ref, ...props }: FilterBarProps) {
  const { filters, counts, me, onMe, onChange } = props;
  const { t } = useTranslation('followUp');
  const format = useFormat();
  const { kind } = filters;
  const states = followUpStates.filter((state) => kind === 'actions' || state !== 'late');
  const ordered = states
    .filter((state) => state !== 'all')
    .toSorted((a) => (a === 'late' ? -1 : 0));
  return (
    <search className={classes['filters']} aria-label={t('filters')}>
      <div className={classes['filterRow']}>
        <SegmentedControl
          aria-label={t('kind.label')}
          value={kind}
          data={(['actions', 'decisions'] as const).map((value) => ({
            value,
            label: t(`kind.${value}`),
          }))}
          onChange={(next) => {
            onChange({
              ...filtersAtFirst(next),
              workingGroup: filters.workingGroup,
              subGroup: filters.subGroup,
              meeting: filters.meeting,
            });
          }}
        />
        <SegmentedControl
          aria-label={t('state.label')}
          value={filters.state}
          data={[...ordered, 'all' as const].map((value) => ({
            value,
            label: (
              <span className={classes['state']} data-state={value}>
                {t(`state.${kind}.${value}`)}
                <span className={classes['count']} data-none={counts?.[value] === 0 || undefined}>
                  {counts === undefined ? '' : format.number(counts[value])}
                </span>
              </span>
            ),
          }))}
          onChange={(next) => {
            onChange({ state: isOneOf(followUpStates, next) ?? 'all' });
          }}
        />
        {kind === 'actions' && (
          <MineButton
            me={me}
            isMine={filters.isMine}
            onMe={onMe}
            onChange={(isMine) => {
              onChange({ isMine, who: null });
            }}
          />
        )}
        <Select
          size="sm"
          w="13rem"
          ml="auto"
          aria-label={t('by.label')}
          data={followUpGroupings
            .filter((by) => kind === 'actions' || by !== 'responsible')
            .map((value) => ({ value, label: t(`by.${value}`) }))}
          value={filters.by}
          allowDeselect={false}
          onChange={(next) => {
            onChange({ by: isOneOf(followUpGroupings, next) ?? filters.by });
          }}
        />
      </div>
      <div className={classes['filterRow']} data-fields>
        <TextInput
          ref={ref}
          size="xs"
          w="8.5rem"
          aria-label={t('text')}
          placeholder={t('textHint')}
          leftSection={<IconSearch size="1rem" aria-hidden />}
          value={filters.text}
          rightSection={
            filters.text === '' ? null : (
              <CloseButton
                size="sm"
                aria-label={t('clearText')}
                onClick={() => {
                  onChange({ text: '' });
                }}
              />
            )
          }
          onChange={(event) => {
            onChange({ text: event.currentTarget.value });
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              props.onLeaveText();
            }
          }}
        />
        <Selects {...props} />
        <DayInput
          label={null}
          ariaLabel={t(`${kind}.from`)}
          placeholder={t(`${kind}.from`)}
          width="8rem"
          value={filters.from}
          onChange={(from) => {
            onChange({ from });
          }}
        />
        <DayInput
          label={null}
          ariaLabel={t(`${kind}.to`)}
          placeholder={t(`${kind}.to`)}
          width="8rem"
          value={filters.to}
          onChange={(to) => {
            onChange({ to });
          }}
        />
        {isNarrowed(filters) && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              onChange(widened(filters));
            }}
          >
            {t('clear')}
          </Button>
        )}
      </div>
    </search>
  );
}

function Selects({ filters, choices, onChange }: FilterBarProps) {
  const { t } = useTranslation('followUp');
  const format = useFormat();
  const { kind } = filters;
  const named = (some: readonly { readonly id: string; readonly name: string }[] | undefined) =>
    (some ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const people = (choices?.people ?? []).map(({ id, name }) => ({
    value: `person:${id}`,
    label: name,
  }));
  const organisations = (choices?.organisations ?? []).map(({ id, name }) => ({
    value: `organisation:${id}`,
    label: name,
  }));
  const responsible = [
    { value: 'nobody', label: t('nobody') },
    ...(people.length === 0 ? [] : [{ group: t('people'), items: people }]),
    ...(organisations.length === 0 ? [] : [{ group: t('organisations'), items: organisations }]),
  ];
  const shared = {
    size: 'xs',
    clearable: true,
    searchable: true,
    nothingFoundMessage: t('noChoice'),
    comboboxProps: { width: 'max-content', position: 'bottom-start' },
  } as const;
  return (
    <>
      {(choices?.workingGroups.length ?? 0) > 1 && (
        <Select
          {...shared}
          w="9rem"
          aria-label={t('workingGroup')}
          placeholder={t('workingGroup')}
          data={named(choices?.workingGroups)}
          value={filters.workingGroup}
          onChange={(workingGroup) => {
            onChange({ workingGroup });
          }}
        />
      )}
      <Select
        {...shared}
        w="9rem"
        aria-label={t('subGroup')}
        placeholder={t('subGroup')}
        data={named(choices?.subGroups)}
        value={filters.subGroup}
        onChange={(subGroup) => {
          onChange({ subGroup });
        }}
      />
      {kind === 'actions' && (
        <Select
          {...shared}
          w="9rem"
          aria-label={t('responsible')}
          placeholder={t('responsible')}
          data={responsible}
          value={filters.isMine ? null : filters.who}
          onChange={(who) => {
            onChange({ who, isMine: false });
          }}
        />
      )}
      <Select
        {...shared}
        w="9rem"
        aria-label={t('meeting')}
        placeholder={t('meeting')}
        data={(choices?.meetings ?? []).map(({ id, title, heldOn }) => ({
          value: id,
          label: heldOn === null ? title : `${title} (${format.shortDate(heldOn)})`,
        }))}
        value={filters.meeting}
        onChange={(meeting) => {
          onChange({ meeting });
        }}
      />
      <Select
        {...shared}
        w="7rem"
        aria-label={t('status')}
        placeholder={t('status')}
        data={statusesOf(kind).map((value) => ({ value, label: t(statusKey(kind, value)) }))}
        value={filters.status}
        onChange={(status) => {
          onChange({ status, ...(status === null ? {} : { state: 'all' as const }) });
        }}
      />
    </>
  );
}
