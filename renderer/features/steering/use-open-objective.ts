import { useLocation } from 'wouter';

/** The objective that is open beside the list, as the address says it. */
export function useOpenObjective(year: number): {
  readonly openId: string | null;
  readonly go: (id: string | null) => void;
  /** Address of an objective of whatever year. */
  readonly pathOf: (objective: { readonly id: string; readonly year: number }) => string;
} {
  const [location, setLocation] = useLocation();
  const [group, id] = /^\/steering(\/[^/]+)??(?:\/\d{4}(?:\/objectives(?:\/([^/]+))?)?)?$/
    .exec(location)
    ?.slice(1) ?? [undefined, undefined];
  const root = `/steering${group ?? ''}`;
  return {
    openId: id ?? null,
    go: (next) => setLocation(`${root}/${year}/objectives${next === null ? '' : `/${next}`}`),
    pathOf: (objective) => `${root}/${objective.year}/objectives/${objective.id}`,
  };
}
