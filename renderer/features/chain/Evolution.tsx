import { Checkbox, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type {
  ChainMoment,
  EvolutionRow,
  EvolutionWording,
  EvolvingTable,
} from '#contract/chain.views.ts';
import { evolvingTables } from '#contract/chain.views.ts';
import type { Id } from '#domain/ids.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import classes from './Chain.module.css';

export interface EvolutionProps {
  readonly groupId: Id<'workingGroup'>;
  readonly onOpen: (table: EvolvingTable, id: string) => void;
}

const states = ['added', 'reworded', 'same', 'gone'] as const;

/** What was stated at two moments, side by side: new, worded otherwise, unchanged, no longer stated. */
export function Evolution({ groupId, onOpen }: EvolutionProps) {
  const { t } = useTranslation('chain');
  const format = useFormat();
  const [table, setTable] = useState<EvolvingTable>('barrier');
  const [asked, setAsked] = useState<{ before: string | null; after: string | null }>({
    before: null,
    after: null,
  });
  const [changedOnly, setChangedOnly] = useState(false);
  const { data, error } = useQuery('chain:evolution', { groupId, table, ...asked });

  const nameOf = ({ year, day }: ChainMoment): string => {
    if (year !== null && day !== null) {
      return t('evolution.moment.yearDay', { year, day: format.date(day) });
    }
    if (year !== null) return t('evolution.moment.year', { year });
    return day === null ? t('evolution.moment.none') : format.date(day);
  };
  const rows = (data?.rows ?? []).filter(({ state }) => !changedOnly || state !== 'same');
  const choose = (which: 'before' | 'after') => (key: string | null) => {
    setAsked({
      before: data?.before?.key ?? null,
      after: data?.after?.key ?? null,
      [which]: key,
    });
  };
  const options = (data?.moments ?? []).map((one) => ({ value: one.key, label: nameOf(one) }));
  const counts = states
    .map(
      (state) => [state, (data?.rows ?? []).filter((one) => one.state === state).length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([state, count]) => t(`evolution.counts.${state}`, { count }));

  return (
    // Scrolls by keyboard too.
    <div
      className={classes['scroll']}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={t('evolution.label')}
    >
      <Group gap="sm" align="end" mb="xs">
        <SegmentedControl
          size="xs"
          aria-label={t('evolution.what')}
          data={evolvingTables.map((value) => ({ value, label: t(`evolution.table.${value}`) }))}
          value={table}
          onChange={(next) => {
            setTable(next);
            setAsked({ before: null, after: null });
          }}
        />
        {(data?.moments.length ?? 0) > 1 && (
          <>
            <Select
              size="xs"
              w="19rem"
              label={t('evolution.before')}
              allowDeselect={false}
              data={options}
              value={data?.before?.key ?? null}
              onChange={choose('before')}
            />
            <Select
              size="xs"
              w="19rem"
              label={t('evolution.after')}
              allowDeselect={false}
              data={options}
              value={data?.after?.key ?? null}
              onChange={choose('after')}
            />
            <Checkbox
              size="xs"
              mb={6}
              label={t('evolution.changedOnly')}
              checked={changedOnly}
              onChange={(event) => setChangedOnly(event.currentTarget.checked)}
            />
          </>
        )}
      </Group>
      {error !== null && <RefusalNote error={error} />}
      {data !== undefined && data.moments.length < 2 && (
        <Text size="sm" mb="xs">
          {t(data.moments.length === 0 ? 'evolution.nothing' : 'evolution.single')}
        </Text>
      )}
      {data !== undefined && data.moments.length > 0 && (
        <p className={classes['hint']} aria-live="polite">
          {data.before !== null && `${counts.join(', ')}. `}
          {t(`evolution.hint.${table}`)}
        </p>
      )}
      {data !== undefined && rows.length > 0 && (
        <EvolutionTable
          rows={rows}
          heads={[data.before, data.after].map((one) => ({
            name: one === null ? t('evolution.notStated') : nameOf(one),
            sources: one?.sources.join(', ') ?? '',
          }))}
          isSided={table !== 'objective'}
          onOpen={(id) => onOpen(table, id)}
        />
      )}
      {data !== undefined && data.before !== null && rows.length === 0 && (
        <Text size="sm">{t('evolution.none')}</Text>
      )}
    </div>
  );
}

interface TableProps {
  readonly rows: readonly EvolutionRow[];
  readonly heads: readonly { readonly name: string; readonly sources: string }[];
  readonly isSided: boolean;
  readonly onOpen: (id: string) => void;
}

function EvolutionTable({ rows, heads, isSided, onOpen }: TableProps) {
  const { t } = useTranslation('chain');
  const sides = isSided ? (['buyer', 'company', 'both'] as const) : ([null] as const);
  return (
    <table className={classes['table']} aria-label={t('evolution.label')}>
      <colgroup>
        <col style={{ width: '10.5rem' }} />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('evolution.what2')}</th>
          {heads.map(({ name, sources }, at) => (
            <th key={at === 0 ? 'before' : 'after'} scope="col">
              {name}
              {sources !== '' && <div className={classes['quiet']}>{sources}</div>}
            </th>
          ))}
        </tr>
      </thead>
      {sides.map((side) => {
        const some = side === null ? rows : rows.filter((row) => row.side === side);
        return some.length === 0 ? null : (
          <tbody key={side}>
            {side !== null && (
              <tr className={classes['sideRow']}>
                <th scope="rowgroup" colSpan={3}>
                  {t(`sideOf.${side}`)}
                </th>
              </tr>
            )}
            {some.map((row) => (
              <Row key={row.key} row={row} onOpen={onOpen} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function Row({
  row,
  onOpen,
}: {
  readonly row: EvolutionRow;
  readonly onOpen: TableProps['onOpen'];
}) {
  const { t } = useTranslation('chain');
  const { state, before, after, basis } = row;
  const note = basis === 'words' || basis === 'carried' ? t(`evolution.${basis}`) : null;
  return (
    <tr>
      <td>
        <span className={classes['state']} data-state={state}>
          {t(`evolution.state.${state}`)}
        </span>
        {note !== null && <div className={classes['quiet']}>{note}</div>}
      </td>
      <td>
        <Wording one={before} row={row} shows="removed" onOpen={onOpen} />
      </td>
      <td>
        <Wording one={after} row={row} shows="added" onOpen={onOpen} />
      </td>
    </tr>
  );
}

interface WordingProps {
  readonly one: EvolutionWording | null;
  readonly row: EvolutionRow;
  readonly shows: 'removed' | 'added';
  readonly onOpen: TableProps['onOpen'];
}

/** One of two wordings, with what the other does not say marked in it. */
function Wording({ one, row, shows, onOpen }: WordingProps) {
  const { t } = useTranslation('chain');
  if (one === null) return <span className={classes['quiet']}>{t('evolution.notStated')}</span>;
  const parts = row.differences.filter(({ kind }) => kind === 'same' || kind === shows);
  const Mark = shows === 'removed' ? 'del' : 'ins';
  return (
    <>
      <button type="button" className={classes['cell']} onClick={() => onOpen(one.id)}>
        {parts.length === 0
          ? one.wording
          : parts.map(({ kind, text }, at) => (
              // The parts of a text have no names but their places.
              // oxlint-disable-next-line react/no-array-index-key
              <Fragment key={at}>{kind === 'same' ? text : <Mark>{text}</Mark>}</Fragment>
            ))}
      </button>
      {one.quote !== null && <p className={classes['quote']}>« {one.quote} »</p>}
    </>
  );
}
