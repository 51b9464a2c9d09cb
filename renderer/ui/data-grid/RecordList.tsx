import { Button } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { BulkBar } from './BulkBar.tsx';
import type { DataGridHandle } from './DataGrid.tsx';
import { DataGrid } from './DataGrid.tsx';
import { FilterChips } from './FilterChips.tsx';
import type { ColumnFilters } from './filters.ts';
import { filtersToSend, withFilter } from './filters.ts';
import type { GridPrefs } from './grid-prefs.ts';
import { useGridPrefs } from './grid-prefs.ts';
import type { CellValue, GridColumn, GridQuery, GridRow, ListPort } from './grid.types.ts';
import { GridToolbar } from './GridToolbar.tsx';
import styles from './RecordList.module.css';
import { asShown } from './refusal.ts';
import type { Selection } from './selection.ts';
import { countSelected, include, noSelection, toggle, wholeSelection } from './selection.ts';
import { useGridColumns } from './use-grid-columns.ts';
import { usePages } from './use-pages.ts';

type Icon = Parameters<typeof EmptyScreen>[0]['icon'];

export interface RecordListHandle extends DataGridHandle {
  focusFilter(): void;
}

export interface RecordListProps {
  readonly ref?: Ref<RecordListHandle>;
  /** Under which the columns' arrangement is remembered. */
  readonly screenId: string;
  /** What the list holds, for those who cannot see it. */
  readonly label: string;
  readonly columns: readonly GridColumn[];
  /** Arrangement before the person made their own; `hidden` names columns not shown at first. */
  readonly initial: GridPrefs;
  readonly hasDates: boolean;
  readonly port: ListPort;
  /** Grows whenever the data changed. */
  readonly revision: number;
  readonly isReadOnly: boolean;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
  readonly onPoint: (id: string) => void;
  /** Tells the day chosen in « Au … ». */
  readonly onDay?: (day: string | null) => void;
  /** For failures that have no place of their own on the screen. */
  readonly onError: (thrown: unknown) => void;
  /** How many there are, in words. */
  readonly countLabel: (count: number) => string;
  readonly filterPlaceholder: string;
  readonly actions?: ReactNode;
  readonly empty: {
    readonly icon: Icon;
    readonly title: string;
    readonly description: string;
    readonly actions?: ReactNode;
  };
}

const ALL_AT_ONCE = 500;

/** A register on screen: filters, arrangement, selection, bulk changes, and the grid itself. */
export function RecordList({ ref, ...props }: RecordListProps) {
  const { columns, port, revision, isReadOnly } = props;
  const { t } = useTranslation('grid');
  const [prefs, changePrefs, resetPrefs] = useGridPrefs(props.screenId, props.initial);
  const [text, setText] = useState('');
  const [filters, setFilters] = useState<ColumnFilters>({});
  const [at, setAt] = useState<string | null>(null);
  const [selection, setSelection] = useState<Selection>(noSelection);
  const [isBusy, setBusy] = useState(false);
  const grid = useRef<DataGridHandle>(null);
  const filterRef = useRef<HTMLInputElement>(null);

  const query: GridQuery = {
    text: text.trim(),
    filters: filtersToSend(filters, columns),
    sort: prefs.sort.filter(({ column }) => columns.some(({ key }) => key === column)),
    at,
  };
  const cache = usePages(port, query, revision);
  const table = useGridColumns(columns, prefs, changePrefs);
  const total = cache.total ?? 0;
  const isFiltered = query.text !== '' || query.filters.length > 0 || at !== null;
  const selected = countSelected(selection, total);

  useImperativeHandle(ref, () => ({
    focusRow: (id) => grid.current?.focusRow(id),
    neighbour: async (id, step) => (await grid.current?.neighbour(id, step)) ?? null,
    focusFilter() {
      filterRef.current?.focus();
      filterRef.current?.select();
    },
  }));

  function setFilter(key: string, filter: ColumnFilters[string] | null): void {
    setFilters((known) => withFilter(known, key, filter));
    setSelection(noSelection);
  }

  function clearFilters(): void {
    setText('');
    setFilters({});
    setAt(null);
    props.onDay?.(null);
    setSelection(noSelection);
  }

  /** Every selected record, also those never scrolled to. */
  async function selectedIds(): Promise<string[]> {
    if (selection.kind === 'some') return [...selection.ids];
    const ids: string[] = [];
    const { signal } = new AbortController();
    for (let offset = 0; offset < total; offset += ALL_AT_ONCE) {
      const { rows } = await port.fetchPage(query, offset, ALL_AT_ONCE, signal);
      ids.push(...rows.map((row) => row.id).filter((id) => !selection.except.has(id)));
    }
    return ids;
  }

  async function onSelected(work: (ids: readonly string[]) => Promise<void>): Promise<void> {
    setBusy(true);
    try {
      await work(await selectedIds());
    } finally {
      setBusy(false);
    }
  }

  function removeSelected(): void {
    onSelected(port.remove)
      .then(() => {
        setSelection(noSelection);
        grid.current?.focusRow();
      })
      .catch(props.onError);
  }

  function removeRow(row: GridRow): void {
    if (selected > 0) removeSelected();
    else {
      if (props.openId === row.id) props.onClose();
      port.remove([row.id]).then(() => grid.current?.focusRow(), props.onError);
    }
  }

  function selectRange(from: number, to: number): void {
    cache
      .load(Math.min(from, to), Math.max(from, to), new AbortController().signal)
      .then((rows) => {
        setSelection((known) =>
          include(
            known,
            rows.map(({ id }) => id),
          ),
        );
      }, props.onError);
  }

  async function save(row: GridRow, column: GridColumn, value: CellValue): Promise<void> {
    if (column.field === null) return;
    await port.update(row.id, column.field, value);
    cache.patch(row.id, (known) => ({ ...known, cells: { ...known.cells, [column.key]: value } }));
  }

  function onEscape(): void {
    if (props.openId !== null) props.onClose();
    else setSelection(noSelection);
  }

  const shownKeys = table.state.columnOrder.filter((key) => !prefs.hidden.includes(key));
  return (
    <section className={styles.list} aria-label={props.label}>
      <GridToolbar
        ref={filterRef}
        text={text}
        placeholder={props.filterPlaceholder}
        onText={(next) => {
          setText(next);
          setSelection(noSelection);
        }}
        onClearText={() => {
          setText('');
          filterRef.current?.focus();
        }}
        onLeaveText={() => grid.current?.focusRow()}
        day={at}
        onDay={
          props.hasDates
            ? (day) => {
                setAt(day);
                props.onDay?.(day);
                setSelection(noSelection);
              }
            : null
        }
        columns={columns}
        order={table.state.columnOrder}
        hidden={prefs.hidden}
        onHidden={(hidden) => {
          changePrefs((known) => ({ ...known, hidden }));
        }}
        onResetColumns={resetPrefs}
        onExport={(format) => {
          port.exportRows(query, shownKeys, format).catch(props.onError);
        }}
        count={cache.total === null ? '' : props.countLabel(total)}
        actions={props.actions}
      />
      <FilterChips
        columns={columns}
        filters={filters}
        onFilter={setFilter}
        onClear={clearFilters}
      />
      {selected > 0 && (
        <BulkBar
          count={selected}
          total={total}
          columns={isReadOnly ? [] : columns.filter(({ field }) => field !== null)}
          isBusy={isBusy}
          isReadOnly={isReadOnly}
          onChange={async (field, value) => {
            await onSelected((ids) => port.updateMany(ids, field, value));
          }}
          onRemove={removeSelected}
          onSelectAll={() => {
            setSelection(wholeSelection);
          }}
          onClear={() => {
            setSelection(noSelection);
            grid.current?.focusRow();
          }}
        />
      )}
      {cache.error !== null && (
        <div className={styles.note}>
          <RefusalNote
            error={asShown(cache.error)}
            onRetry={() => {
              cache.refresh();
            }}
          />
        </div>
      )}
      <div className={styles.place}>
        <DataGrid
          ref={grid}
          label={props.label}
          columns={columns}
          table={table}
          cache={cache}
          filters={filters}
          queryKey={JSON.stringify(query)}
          selection={selection}
          openId={props.openId}
          isReadOnly={isReadOnly}
          onFilter={setFilter}
          onHide={(key) => {
            changePrefs((known) => ({ ...known, hidden: [...known.hidden, key] }));
          }}
          onToggle={(row) => {
            setSelection((known) => toggle(known, row.id));
          }}
          onToggleAll={() => {
            setSelection(selected >= total ? noSelection : wholeSelection);
          }}
          onRange={selectRange}
          onOpen={props.onOpen}
          onPoint={props.onPoint}
          onRemove={removeRow}
          onEscape={onEscape}
          onSave={save}
        />
        {cache.total === 0 && !cache.isStale && (
          <div className={styles.empty}>
            {isFiltered ? (
              <EmptyScreen
                icon={IconFilterOff}
                title={t('empty.nothingMatches')}
                description={t('empty.nothingMatchesHint')}
                actions={<Button onClick={clearFilters}>{t('empty.clear')}</Button>}
              />
            ) : (
              <EmptyScreen {...props.empty} />
            )}
          </div>
        )}
      </div>
    </section>
  );
}
