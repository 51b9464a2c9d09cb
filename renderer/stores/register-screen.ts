import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { RegisterName } from '#contract/schemas.ts';

import { useCommand } from './commands.store.ts';
import { useData } from './data.store.ts';
import type { Crumb } from './navigation.store.ts';
import { useBreadcrumb } from './navigation.store.ts';
import { recordPort } from './record-port.ts';
import { useRegisterViews, useViewCommands } from './register-views.ts';
import { useRegister } from './register.ts';
import { selectIsReadOnly, useSession } from './session.store.ts';

/** Stands in an address for the record that is only being made. */
const NEW = 'new';

interface Sheet {
  readonly record: Readonly<Record<string, unknown>>;
}

interface Filterable {
  focusFilter(): void;
  chooseView(id: string | null): void;
}

interface RegisterScreenOptions<S extends Sheet> {
  readonly register: RegisterName;
  /** What is open, by the address: an identifier, `new`, or nothing. */
  readonly openId: string | null;
  /** The answer to `storedRecord(openId)`: null for none, undefined until known. */
  readonly sheet: S | null | undefined;
  readonly newName: string;
  readonly nameOf: (record: S['record']) => string;
  /** The list itself in the breadcrumb, where the screen's own name does not say it. */
  readonly list?: Required<Crumb>;
}

/** What to ask the open record's channel for; null when nothing stored is open. */
export function storedRecord(openId: string | null): { readonly id: string } | null {
  return openId === null || openId === NEW ? null : { id: openId };
}

/** A register's screen but for its looks: list, open record, breadcrumb, and the filter's command. */
export function useRegisterScreen<S extends Sheet>({
  register,
  openId,
  sheet,
  newName,
  nameOf,
  list,
}: RegisterScreenOptions<S>) {
  const { t } = useTranslation();
  const { at, error } = useRegister(register);
  const views = useRegisterViews(register);
  const revision = useData((state) => state.revision);
  const isReadOnly = useSession(selectIsReadOnly);
  const shown = useRef<Filterable>(null);
  const takeList = useCallback((handle: Filterable | null): void => {
    shown.current = handle;
  }, []);
  const isNew = openId === NEW;
  const name = isNew ? newName : nameOf(sheet?.record ?? {});
  useBreadcrumb([
    ...(list === undefined ? [] : [openId === null ? { label: list.label } : list]),
    ...(openId === null ? [] : [{ label: name }]),
  ]);
  useCommand({
    id: 'filter',
    label: t('grid:toolbar.filterCommand'),
    keys: 'Ctrl+F',
    run: () => shown.current?.focusFilter(),
  });
  useViewCommands(views?.views ?? [], (id) => shown.current?.chooseView(id));
  const isGone = sheet === null || (sheet?.record['deletedAt'] ?? null) !== null;
  const isHere = sheet !== undefined && sheet !== null && sheet.record['id'] === openId;
  return {
    register,
    at,
    views,
    error,
    revision,
    isReadOnly,
    takeList,
    openId,
    isNew,
    name,
    isGone,
    /** The open record once it is known, even when it is in the bin. */
    sheet: isHere ? sheet : null,
    report: recordPort.report,
  };
}
