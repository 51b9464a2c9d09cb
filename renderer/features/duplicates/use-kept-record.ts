import { useEffect } from 'react';
import { useLocation, useRoute } from 'wouter';

import { isId } from '#domain/ids.ts';
import { useQuery } from '#stores/use-query.ts';

/** The address of a record that was merged into another one leads to that one. */
export function useKeptRecord(): void {
  const [, params] = useRoute('/actors/:tab/:id');
  const [, setLocation] = useLocation();
  const id = isId(params?.id) ? params.id : null;
  const tab = params?.tab;
  const { data } = useQuery('duplicates:kept', id === null ? null : { id });
  const keptId = data?.id;
  useEffect(() => {
    if (id !== null && keptId !== undefined && keptId !== id) {
      setLocation(`/actors/${tab}/${keptId}`, { replace: true });
    }
  }, [id, keptId, tab, setLocation]);
}
