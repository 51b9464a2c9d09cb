import { useLocation } from 'wouter';

/** Where one is below a tab of a screen, and how to go elsewhere below it. */
export interface TabPlace {
  /** What follows the tab in the address. */
  readonly parts: readonly string[];
  readonly pathOf: (...parts: readonly string[]) => string;
  readonly go: (...parts: readonly string[]) => void;
}

/** The part of the address after `…/tab`, for tabs that hold lists and records of their own. */
export function useTabPlace(tab: string): TabPlace {
  const [location, setLocation] = useLocation();
  const segments = location.split('/').filter(Boolean);
  const at = segments.indexOf(tab);
  const base = `/${segments.slice(0, at + 1).join('/')}`;
  const pathOf = (...parts: readonly string[]): string => [base, ...parts].join('/');
  return {
    parts: at < 0 ? [] : segments.slice(at + 1),
    pathOf,
    go: (...parts) => {
      setLocation(pathOf(...parts));
    },
  };
}
