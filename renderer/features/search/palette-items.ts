import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

import type { EntityName } from '#domain/registry.ts';
import type { Command } from '#stores/commands.store.ts';
import { useCommands } from '#stores/commands.store.ts';
import { recordPath } from '#stores/navigation.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { fold, wordsOf } from '#ui/fold.ts';
import type { Format } from '#ui/format.ts';
import { useFormat } from '#ui/format.ts';

export interface PaletteItem {
  readonly key: string;
  /** Kind of the record; null for a command. */
  readonly table: EntityName | null;
  readonly label: string;
  readonly detail: string;
  readonly snippet: string;
  readonly keys: string | undefined;
  run(): void;
}

export interface PaletteGroup {
  readonly label: string;
  readonly items: readonly PaletteItem[];
  /** Words to mark in what is listed. */
  readonly words: readonly string[];
}

/** Asked for; more than is listed, since some hits only speak of other records. */
const FOUND = 60;
/** Kinds that are not looked for by themselves: the record they speak of is found too. */
const NOT_LISTED: ReadonlySet<EntityName> = new Set(['citation', 'alias']);

function commandItem(command: Command): PaletteItem {
  return {
    key: `command ${command.id}`,
    table: null,
    label: command.label,
    detail: '',
    snippet: '',
    keys: command.keys,
    run: command.run,
  };
}

/** Commands all of whose typed words are in their name or keywords. */
function commandsFor(commands: Iterable<Command>, words: readonly string[]): Command[] {
  return [...commands].filter((command) => {
    const text = fold(`${command.label} ${command.keywords ?? ''} ${command.group ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

function grouped<T>(items: readonly T[], labelOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const label = labelOf(item);
    groups.set(label, [...(groups.get(label) ?? []), item]);
  }
  return groups;
}

function detailText(detail: string, format: Format): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(detail) ? format.date(detail) : detail;
}

/** What the palette lists: records found, kind by kind in order of their best hit, then commands. */
export function usePaletteGroups(
  typed: string,
  searched: string,
): { readonly groups: readonly PaletteGroup[]; readonly isLoading: boolean } {
  const { t } = useTranslation('search');
  const format = useFormat();
  const [, go] = useLocation();
  const commands = useCommands((state) => state.commands);
  const query =
    searched === '' || typed === '' ? null : { text: searched.slice(0, 200), limit: FOUND };
  const found = useQuery('search:find', query, { keepPrevious: true });

  const groups = useMemo(() => {
    const words = wordsOf(typed);
    const hits = (query === null ? undefined : found.data) ?? [];
    const records = hits.filter(({ table }) => !NOT_LISTED.has(table));
    const recordGroups = [...grouped(records, ({ table }) => format.entity(table, 2))].map(
      ([label, hits]) => ({
        label,
        words,
        items: hits.map((hit) => ({
          key: `${hit.table} ${hit.id}`,
          table: hit.table,
          label: hit.label,
          detail: detailText(hit.detail, format),
          snippet: hit.snippet === hit.label ? '' : hit.snippet,
          keys: undefined,
          run: () => go(recordPath(hit.table, hit.id)),
        })),
      }),
    );
    const listed = commandsFor(commands.values(), words);
    const commandGroups = [
      ...grouped(listed, (command) => command.group ?? t('search:commands')),
    ].map(([label, found]) => ({ label, words, items: found.map(commandItem) }));
    return [...recordGroups, ...commandGroups];
    // The query object is new at each rendering; what matters of it is whether there is one.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [commands, format, found.data, go, query === null, t, typed]);

  return { groups, isLoading: query !== null && found.isLoading };
}
