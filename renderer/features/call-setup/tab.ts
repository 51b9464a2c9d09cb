/** What every tab of a call is given by the screen that shows it. */
export interface CallTabProps {
  readonly callId: string;
  readonly isReadOnly: boolean;
  /** What the tab has open, as the path says it. */
  readonly openId: string | null;
  readonly go: (id: string | null) => void;
}
