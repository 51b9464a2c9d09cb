import type { ComponentType } from 'react';

/** What every tab of the steering screen is given. */
export interface SteeringTabProps {
  readonly groupId: string;
  readonly year: number;
}

export interface SteeringTab {
  /** Its part of the address. */
  readonly name: string;
  readonly labelKey: string;
  readonly Panel: ComponentType<SteeringTabProps>;
}
