import i18next from 'i18next';

import { toApiError } from '#api/api-error.ts';

/** Why something was not saved, in words, with a sentence for each field that breaks a rule. */
export class Refusal extends Error {
  readonly fields: Readonly<Record<string, string>>;

  constructor(message: string, fields: Readonly<Record<string, string>>, options: ErrorOptions) {
    super(message, options);
    this.name = 'Refusal';
    this.fields = fields;
  }
}

/** What was thrown, in words of the screen's language. */
export function asRefusal(thrown: unknown): Refusal {
  const error = toApiError(thrown);
  const sentence =
    error.message === '' ? i18next.t(`errors:${error.code}`, { ...error.details }) : error.message;
  const fields: Record<string, string> = {};
  const { refusals } = error.details;
  for (const refusal of Array.isArray(refusals) ? refusals : []) {
    if (typeof refusal === 'string') continue;
    fields[refusal.field] ??= i18next.t(`vocabulary:rule.${refusal.rule}`);
  }
  const [only] = Object.values(fields);
  return new Refusal(only ?? sentence, fields, { cause: error });
}

/** Does a write; what the store refuses comes back in words. @throws Refusal */
export async function inWords<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (thrown) {
    throw asRefusal(thrown);
  }
}
