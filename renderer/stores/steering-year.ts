import { useQuery } from './use-query.ts';

/** Whether a group's year is closed: what belongs to it is then only read. */
export function useIsYearClosed(groupId: string, year: number): boolean {
  const { data: groups } = useQuery('steering:groups', {});
  const found = groups?.find(({ id }) => id === groupId)?.years.find((one) => one.year === year);
  return found?.status === 'closed';
}
