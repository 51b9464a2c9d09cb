/** What every list of the tab is given. */
export interface ListProps {
  readonly groupId: string;
  /** Null until known. */
  readonly groupName: string | null;
  readonly openId: string | null;
  readonly go: (id: string | null) => void;
}
