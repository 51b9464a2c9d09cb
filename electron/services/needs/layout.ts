import type { needFields } from '#contract/needs.channels.ts';
import type { FormMark } from '#services/form-file/read.ts';

/** Marks a form of a census; followed by its version, the census, the form and whose it is. */
export const FORM: FormMark = { mark: 'rapporteur-needs-form', version: 1 };

export const headLines = ['buyer', 'siret', 'kind', 'departement', 'respondent'] as const;
export type HeadLine = (typeof headLines)[number];
export type NeedField = (typeof needFields)[number];

/** Lines for needs in a form. */
export const NEEDS = 30;
/** The first cell that is filled in, from 0: after the hidden codes and the labels. */
export const FIRST_ANSWER = 2;

export const headCode = (line: HeadLine): string => `head.${line}`;
export const needCode = (number: number): string => `need.${number}`;

export interface FormAbout {
  readonly surveyId: string;
  /** Tells one written form from another. */
  readonly formId: string;
  /** The buyer in whose name it was written; empty for a blank one. */
  readonly organisationId: string;
}

export const markOf = ({ surveyId, formId, organisationId }: FormAbout): string =>
  [FORM.mark, FORM.version, surveyId, formId, organisationId].join(':');

export function aboutOf([surveyId = '', formId = '', organisationId = '']: readonly string[]) {
  return { surveyId, formId, organisationId } satisfies FormAbout;
}

/** By which a line of a form is known again when it comes back. */
export const keyOfLine = (formId: string, number: number): string => `${formId}:${number}`;
