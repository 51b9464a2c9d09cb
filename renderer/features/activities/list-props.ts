import type { Crumb } from '#stores/navigation.store.ts';

/** What every list of the tab is given. */
export interface ListProps {
  readonly groupId: string;
  /** Null until known. */
  readonly groupName: string | null;
  /** The list itself in the breadcrumb. */
  readonly crumb: Required<Crumb>;
  readonly openId: string | null;
  readonly go: (id: string | null) => void;
}
