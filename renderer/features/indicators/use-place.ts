import { useLocation } from 'wouter';

import { isId } from '#domain/ids.ts';

/** What is open beside the indicators, by the address. */
export type OpenPart =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'newIndicator' }
  | { readonly kind: 'indicator'; readonly id: string }
  | { readonly kind: 'counted'; readonly id: string }
  | { readonly kind: 'value'; readonly id: string; readonly measurementId: string | null }
  | { readonly kind: 'newResult' }
  | { readonly kind: 'result'; readonly id: string };

const TAB = '/indicators';

function partAt(parts: readonly string[]): OpenPart {
  const [first, second, third] = parts;
  if (first === 'results') {
    if (second === 'new') return { kind: 'newResult' };
    return isId(second) ? { kind: 'result', id: second } : { kind: 'nothing' };
  }
  if (first === 'new') return { kind: 'newIndicator' };
  if (!isId(first)) return { kind: 'nothing' };
  if (second === 'counted') return { kind: 'counted', id: first };
  if (second === 'value') {
    return { kind: 'value', id: first, measurementId: isId(third) ? third : null };
  }
  return { kind: 'indicator', id: first };
}

/** Where one is in the tab, and how to go elsewhere in it: `go('ID/value')`. */
export function useIndicatorsPlace(): {
  readonly open: OpenPart;
  readonly go: (path: string | null) => void;
} {
  const [location, setLocation] = useLocation();
  const at = location.indexOf(`${TAB}/`);
  const base = at === -1 ? location : location.slice(0, at + TAB.length);
  const parts = location.slice(base.length).split('/').filter(Boolean);
  return {
    open: partAt(parts),
    go: (path) => setLocation(path === null ? base : `${base}/${path}`),
  };
}
