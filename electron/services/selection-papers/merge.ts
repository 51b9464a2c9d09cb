import { foldText } from '#sql/fold.ts';

/** What a letter may name of an application and of its call. */
export const mergeFields = [
  'numero',
  'reponse',
  'structure',
  'contact',
  'appel',
  'evenement',
  'date_evenement',
  'lieu_evenement',
  'motif',
  'rang',
] as const;
export type MergeField = (typeof mergeFields)[number];

/** What each field says for one application; null where nothing is known. */
export type MergeValues = Readonly<Record<MergeField, string | null>>;

/** Why a text cannot be filled in: a field that does not exist, or one without a value here. */
export interface MergeProblem {
  readonly kind: 'unknownField' | 'missingValue';
  /** As it is written in the text, without its braces. */
  readonly field: string;
}

export interface Merged {
  readonly text: string;
  readonly problems: readonly MergeProblem[];
}

const FIELD = /\{([^{}\n]{0,60})\}/gu;

const fieldOf = (written: string): MergeField | undefined => {
  const wanted = foldText(written).trim().replaceAll(' ', '_');
  return mergeFields.find((field) => field === wanted);
};

/**
 * The text with its fields filled in. A field that cannot be filled in stays as it is written, so that
 * nobody takes a letter with a hole in it for a finished one.
 */
export function merge(text: string, values: MergeValues): Merged {
  const problems: MergeProblem[] = [];
  const note = (kind: MergeProblem['kind'], field: string): void => {
    if (!problems.some((one) => one.kind === kind && one.field === field)) {
      problems.push({ kind, field });
    }
  };
  const filled = text.replace(FIELD, (all, written: string) => {
    const field = fieldOf(written);
    if (field === undefined) {
      note('unknownField', written);
      return all;
    }
    const value = values[field];
    if (value === null || value.trim() === '') {
      note('missingValue', field);
      return all;
    }
    return value;
  });
  return { text: filled, problems };
}
