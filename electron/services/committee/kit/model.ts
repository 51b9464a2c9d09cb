import type { Criterion } from '../phase.ts';
import type { KitIdentity, ShownApplication } from './shown.ts';

/** What a member said so far of an application. */
export interface KitMark {
  readonly criterionId: string;
  readonly value: number | null;
  readonly isAbstention: boolean;
}

export interface KitApplication extends ShownApplication {
  readonly marks: readonly KitMark[];
  readonly comment: string | null;
}

/** One member's kit, before it takes the form of a file. */
export interface Kit extends KitIdentity {
  readonly fingerprint: string;
  readonly madeAt: string;
  readonly callTitle: string;
  readonly phaseName: string;
  readonly deadlineOn: string | null;
  readonly memberName: string;
  readonly criteria: readonly Criterion[];
  readonly applications: readonly KitApplication[];
}

export const kitFormats = ['xlsx', 'ods', 'exchange'] as const;
export type KitFormat = (typeof kitFormats)[number];
export const kitExtensions: Readonly<Record<KitFormat, string>> = {
  xlsx: '.xlsx',
  ods: '.ods',
  exchange: '.json',
};
