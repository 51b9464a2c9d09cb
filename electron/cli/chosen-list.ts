import type { DistributionDefinition } from '#contract/contact.channels.ts';
import { savedLists, suggestedLists } from '#services/distribution.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { checkedDay } from './check-values.ts';
import type { CliRequest } from './command.ts';
import { UsageError } from './usage-error.ts';

/** A distribution list as it was called for, on the day asked for. */
export interface ChosenList {
  readonly name: string;
  readonly definition: DistributionDefinition;
}

/** Today by the machine's own calendar. */
export function localToday(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * The list of that name: one that was saved, or one that the store suggests (`rapporteurs`,
 * `secretariat`, `members`, or the name of a sub-group). `--at` takes the place of its own day.
 * @throws UsageError naming the lists that there are
 */
export function chosenList(db: ReadableDb, request: CliRequest, wanted: string): ChosenList {
  const { t } = request.words;
  const at = checkedDay(request, 'at');
  const today = localToday();
  const lists = [
    ...savedLists(db).map(({ name, definition }) => ({ names: [name], definition })),
    ...suggestedLists(db, today).map(({ kind, body, group, definition }) => {
      const label = t(`contacts:suggestion.${kind}`, { body: body ?? '' });
      const name =
        group === null ? label : t('contacts:suggestion.inGroup', { list: label, group });
      return { names: [name, ...(kind === 'body' ? [label] : [label, kind])], definition };
    }),
  ];
  const key = foldText(wanted);
  const found = lists.find(({ names }) => names.some((name) => foldText(name) === key));
  if (found === undefined) {
    const known = lists.map(({ names }) => names[0]).join(', ');
    throw new UsageError('unknownList', {
      name: wanted,
      known: known === '' ? t('cli:none') : known,
    });
  }
  const { definition } = found;
  return {
    name: found.names[0] ?? wanted,
    definition: { ...definition, onDay: at ?? definition.onDay },
  };
}
