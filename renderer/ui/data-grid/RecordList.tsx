import { Button } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { BulkBar } from './BulkBar.tsx';
import { BulkPanel } from './BulkPanel.tsx';
import type { DataGridHandle } from './DataGrid.tsx';
import { DataGrid } from './DataGrid.tsx';
import { FilterChips } from './FilterChips.tsx';
import type { GridPrefs } from './grid-prefs.ts';
import type { BulkTarget, CellValue, GridColumn, GridRow, ListPort } from './grid.types.ts';
import { GridToolbar } from './GridToolbar.tsx';
import { labelsTyped } from './labels.ts';
import styles from './RecordList.module.css';
import { asShown } from './refusal.ts';
import type { Stretch } from './row-layout.ts';
import type { Selection } from './selection.ts';
import {
  countSelected,
  include,
  noSelection,
  targetOf,
  toggle,
  wholeSelection,
} from './selection.ts';
import { useArrangement } from './use-arrangement.ts';
import { useGridColumns } from './use-grid-columns.ts';
import { useGroups } from './use-groups.ts';
import { usePages } from './use-pages.ts';
import type { ViewsPort } from './view.ts';

type Icon = Parameters<typeof EmptyScreen>[0]['icon'];

export interface RecordListHandle extends DataGridHandle {
  focusFilter(): void;
  /** Shows a saved view, or all of the list. */
  chooseView(id: string | null): void;
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
  readonly views: ViewsPort;
  /** Grows whenever the data changed. */
  readonly revision: number;
  readonly isReadOnly: boolean;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
  readonly onPoint: (id: string) => void;
  /** The day in « Au … » when the list appears. */
  readonly day?: string | null;
  /** Tells the day chosen in « Au … ». */
  readonly onDay?: (day: string | null) => void;
  /** For failures that have no place of their own on the screen. */
  readonly onError: (thrown: unknown) => void;
  /** How many there are, in words. */
  readonly countLabel: (count: number) => string;
  readonly filterPlaceholder: string;
  readonly actions?: ReactNode;
  /** What else can be done with the selected rows of this register. */
  readonly selectionActions?: (target: BulkTarget) => ReactNode;
  readonly empty: {
    readonly icon: Icon;
    readonly title: string;
    readonly description: string;
    readonly actions?: ReactNode;
  };
}

/** A register on screen: views, filters, groups, selection, changes to many, and the grid itself. */
export function RecordList({ ref, ...props }: RecordListProps) {
  const { columns, port, revision, isReadOnly, views } = props;
  const { t } = useTranslation('grid');
  const shown = useArrangement({ ...props, day: props.day, onDay: props.onDay });
  const { query, prefs, changePrefs } = shown;
  const [selection, setSelection] = useState<Selection>(noSelection);
  const [isBusy, setBusy] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const grid = useRef<DataGridHandle>(null);
  const filterRef = useRef<HTMLInputElement>(null);
  const changeButton = useRef<HTMLButtonElement>(null);

  const cache = usePages(port, query, revision);
  const table = useGridColumns(columns, prefs, changePrefs);
  const total = cache.total ?? 0;
  const grouped = useGroups(port, query, query.groupBy, total, revision);
  const groupColumn = columns.find(({ key }) => key === query.groupBy?.column) ?? null;
  const selected = countSelected(selection, total);
  const editable = columns.filter((column) => (column.labelsField ?? column.field) !== null);
  const target = targetOf(selection, query);

  /** Does something that changes which rows there are: what was selected among them is let go. */
  function afresh<A extends readonly unknown[]>(change: (...given: A) => void) {
    return (...given: A): void => {
      change(...given);
      setSelection(noSelection);
      setChanging(false);
    };
  }
  const choose = afresh(shown.choose);
  const clearFilters = afresh(shown.clearFilters);

  useImperativeHandle(ref, () => ({
    focusRow: (id) => grid.current?.focusRow(id),
    neighbour: async (id, step) => (await grid.current?.neighbour(id, step)) ?? null,
    focusFilter() {
      filterRef.current?.focus();
      filterRef.current?.select();
    },
    chooseView(id) {
      choose(views.views.find((view) => view.id === id) ?? null);
    },
  }));

  function remove(what: BulkTarget, count: number): Promise<void> {
    setBusy(true);
    return port
      .remove(what, count)
      .then(() => {
        setSelection(noSelection);
        setChanging(false);
        grid.current?.focusRow();
      }, props.onError)
      .finally(() => {
        setBusy(false);
      });
  }

  function removeRow(row: GridRow): void {
    if (selected > 0) void remove(target, selected);
    else {
      if (props.openId === row.id) props.onClose();
      void remove({ ids: [row.id] }, 1);
    }
  }

  function selectRange(stretches: readonly Stretch[]): void {
    const { signal } = new AbortController();
    Promise.all(stretches.map(([first, last]) => cache.load(first, last, signal))).then((found) => {
      const ids = found.flat().map(({ id }) => id);
      setSelection((known) => include(known, ids));
    }, props.onError);
  }

  async function save(row: GridRow, column: GridColumn, value: CellValue): Promise<void> {
    const { labelsField } = column;
    if (labelsField !== null) {
      const labels = labelsTyped(String(value ?? ''));
      await port.update(row.id, labelsField, labels);
      patchCell(row, column, labels.length === 0 ? null : labels.join(', '));
    } else if (column.field !== null) {
      await port.update(row.id, column.field, value);
      patchCell(row, column, value);
    }
  }

  function patchCell(row: GridRow, column: GridColumn, value: CellValue): void {
    cache.patch(row.id, (known) => ({ ...known, cells: { ...known.cells, [column.key]: value } }));
  }

  function closePanel(): void {
    setChanging(false);
    if (changeButton.current === null) grid.current?.focusRow();
    else changeButton.current.focus();
  }

  function onEscape(): void {
    if (props.openId !== null) props.onClose();
    else if (isChanging) closePanel();
    else setSelection(noSelection);
  }

  const shownKeys = table.state.columnOrder.filter((key) => !prefs.hidden.includes(key));
  const error = cache.error ?? grouped.error;
  return (
    <section className={styles.list} aria-label={props.label}>
      <GridToolbar
        ref={filterRef}
        views={{
          views: views.views,
          view: shown.view,
          isModified: shown.isModified,
          isReadOnly,
          onChoose: choose,
          onSave: shown.save,
          onRename: async (view, name) => {
            await views.save(view.id, name, view.definition);
          },
          onRemove: (view) => {
            choose(null);
            views.remove(view.id).catch(props.onError);
          },
          onError: props.onError,
        }}
        text={shown.text}
        placeholder={props.filterPlaceholder}
        onText={afresh(shown.setText)}
        onClearText={() => {
          shown.setText('');
          filterRef.current?.focus();
        }}
        onLeaveText={() => grid.current?.focusRow()}
        day={shown.at}
        onDay={props.hasDates ? afresh(shown.setDay) : null}
        columns={columns}
        groupColumn={groupColumn}
        onGroupBy={shown.setGroupBy}
        onToggleGroups={grouped.toggleAll}
        order={table.state.columnOrder}
        hidden={prefs.hidden}
        onHidden={(hidden) => {
          changePrefs((known) => ({ ...known, hidden }));
        }}
        onResetColumns={shown.resetPrefs}
        exporting={{
          selected,
          onExport: ({ isSelection, ...choice }) => {
            const only = isSelection ? target : null;
            port.exportRows(query, shownKeys, { ...choice, target: only }).catch(props.onError);
          },
        }}
        count={cache.total === null ? '' : props.countLabel(total)}
        actions={props.actions}
      />
      <FilterChips
        columns={columns}
        filters={shown.filters}
        onFilter={afresh(shown.setFilter)}
        onClear={clearFilters}
      />
      {grouped.tooMany !== null && (
        <div className={styles.tooMany} role="status">
          {t('group.tooMany', { count: grouped.tooMany })}
        </div>
      )}
      {selected > 0 && (
        <BulkBar
          changeButton={changeButton}
          count={selected}
          total={total}
          canChange={!isReadOnly && editable.length > 0}
          isChanging={isChanging}
          isBusy={isBusy}
          isReadOnly={isReadOnly}
          onChange={() => {
            if (!isChanging && props.openId !== null) props.onClose();
            setChanging(!isChanging);
          }}
          further={target === null ? null : props.selectionActions?.(target)}
          onRemove={() => void remove(target, selected)}
          onSelectAll={() => {
            setSelection(wholeSelection);
          }}
          onClear={() => {
            setSelection(noSelection);
            setChanging(false);
            grid.current?.focusRow();
          }}
        />
      )}
      {error !== null && (
        <div className={styles.note}>
          <RefusalNote
            error={asShown(error)}
            onRetry={() => {
              cache.refresh();
            }}
          />
        </div>
      )}
      <div className={styles.work}>
        <div className={styles.place}>
          <DataGrid
            ref={grid}
            label={props.label}
            columns={columns}
            table={table}
            cache={cache}
            filters={shown.filters}
            groupColumn={groupColumn}
            grouped={grouped}
            onGroupBy={shown.setGroupBy}
            queryKey={JSON.stringify(query)}
            selection={selection}
            openId={props.openId}
            isReadOnly={isReadOnly}
            onFilter={afresh(shown.setFilter)}
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
              {shown.isFiltered ? (
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
        {isChanging && selected > 0 && (
          <BulkPanel
            port={port}
            columns={editable}
            target={target}
            count={selected}
            revision={revision}
            onDone={closePanel}
            onClose={closePanel}
          />
        )}
      </div>
    </section>
  );
}
