import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelInput } from '#contract/channels.ts';
import type { RegisterName } from '#contract/schemas.ts';

import { useCommandList } from './commands.store.ts';
import { operations } from './operations.ts';
import { inWords } from './refusal.ts';
import { useQuery } from './use-query.ts';

type Definition = ChannelInput<'views:save'>['definition'];

/** The saved views of a register and how to change them; null until they are known. */
export function useRegisterViews(register: RegisterName) {
  const { data, error } = useQuery('views:list', { register });
  return useMemo(() => {
    // Without its views a list still works.
    const views = data ?? (error === null ? null : []);
    return (
      views && {
        views,
        save: (id: string | null, name: string, definition: Definition): Promise<string> =>
          inWords(async () => {
            const saved = await operations.perform('views:save', {
              id,
              register,
              name,
              definition,
            });
            return saved.id;
          }),
        async remove(id: string) {
          await inWords(() => operations.remove('savedView', [id]));
        },
      }
    );
  }, [data, error, register]);
}

/** Offers each view of the list on screen by its name (Ctrl+K). */
export function useViewCommands(
  views: readonly { readonly id: string; readonly name: string }[],
  choose: (id: string | null) => void,
): void {
  const { t } = useTranslation('grid');
  const all = { id: null, name: t('views.all') };
  useCommandList(
    [all, ...views].map(({ id, name }) => ({
      id: `view ${id ?? 'all'}`,
      label: t('views.command', { name }),
      group: t('views.name'),
      run: () => choose(id),
    })),
  );
}
