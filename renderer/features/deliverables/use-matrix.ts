import { useState } from 'react';

import { useQuery } from '#stores/use-query.ts';

/** The matrix of one year of a group: this year, or the last one that has any deliverable. */
export function useMatrix(today: string) {
  const [chosenGroup, setGroupId] = useState<string | null>(null);
  const [chosenYear, setYear] = useState<number | null>(null);
  const { data: groups } = useQuery('records:options', {
    table: 'workingGroup',
    text: '',
    limit: 50,
  });
  const workingGroupId = chosenGroup ?? groups?.[0]?.id ?? null;
  const thisYear = Number(today.slice(0, 4));
  const ask = (year: number) =>
    workingGroupId === null
      ? null
      : { workingGroupId, from: `${year}-01-01`, to: `${year}-12-31`, today };
  const { data: now } = useQuery('deliverables:matrix', ask(thisYear));
  const last = Number(now?.known?.last.slice(0, 4) ?? thisYear);
  const first = Number(now?.known?.first.slice(0, 4) ?? thisYear);
  const usual = last < thisYear ? last : first > thisYear ? first : thisYear;
  const year = chosenYear ?? usual;
  const wanted = now === undefined && chosenYear === null ? null : ask(year);
  const { data: matrix, error } = useQuery('deliverables:matrix', wanted, { keepPrevious: true });
  return { groups, groupId: workingGroupId, setGroupId, matrix, error, year, setYear };
}
