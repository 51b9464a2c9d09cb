import { useState } from 'react';

import { selectStore, useSession } from '#stores/session.store.ts';

const KEY = 'rapporteur.me';

function kept(): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/**
 * The person of the open store that the user is: as they said on this machine, else the one whose name
 * the changes are journaled under.
 */
export function useMe(
  author: string | null,
): readonly [me: string | null, setMe: (id: string | null) => void] {
  const path = useSession((state) => selectStore(state)?.path ?? '');
  const [said, setSaid] = useState(() => kept()[path]);
  return [
    typeof said === 'string' ? said : author,
    (id) => {
      const { [path]: _before, ...others } = kept();
      localStorage.setItem(KEY, JSON.stringify(id === null ? others : { ...others, [path]: id }));
      setSaid(id);
    },
  ];
}
