import { createInstance } from 'i18next';

import type { ErrorCode, Failure } from '#contract/errors.ts';
import { AppError, errorCodes } from '#contract/errors.ts';
import { isEntityName } from '#domain/registry.ts';
import type { Language, Namespace } from '#i18n/index.ts';
import { namespaces, resources } from '#i18n/index.ts';
import { DataError } from '#sql/errors.ts';
import type { ErrorDetails, Refusal } from '#sql/errors.ts';

export type TextKey = `${Namespace}:${string}`;
export type TextParams = Readonly<Record<string, string | number>>;

/** Gives the text of a key, such as `errors:store.locked`; the key itself where there is none. */
export type Translate = (key: TextKey, params?: TextParams) => string;

type Details = ErrorDetails | Failure['details'];

/** Texts in one language, for what has no window: command line, router, services. */
export interface Translator {
  readonly language: Language;
  readonly t: Translate;
  readonly has: (key: TextKey) => boolean;
  /** The sentence for a refusal: what happened, where, what to do. */
  readonly message: (code: ErrorCode, details?: Details) => string;
  /** Anything thrown as the failure a person is shown; what is unknown becomes `unexpected`. */
  readonly failure: (error: unknown) => Failure;
  /** What an operation of the journal did. */
  readonly reason: (reason: {
    readonly key: string;
    readonly params?: TextParams | undefined;
  }) => string;
}

/** Makes a translator of its own; nothing is shared between two of them. */
export function createTranslator(language: Language): Translator {
  const instance = createInstance();
  void instance.init({
    resources,
    lng: language,
    fallbackLng: false,
    ns: namespaces,
    defaultNS: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  const t: Translate = (key, params = {}) => instance.t(key, { ...params });
  const has: Translator['has'] = (key) => instance.exists(key);
  const message: Translator['message'] = (code, details = {}) =>
    t(`errors:${code}`, textParams(details, { t, has })).trim();
  return {
    language,
    t,
    has,
    message,
    failure: (error) => {
      const { code, details } = known(error);
      return { code, message: message(code, details), details };
    },
    reason: ({ key, params }) => t(`vocabulary:reason.${key}`, params),
  };
}

function isErrorCode(code: string): code is ErrorCode {
  return errorCodes.some((known) => known === code);
}

function known(error: unknown): Pick<Failure, 'code' | 'details'> {
  const isOurs = error instanceof DataError || error instanceof AppError;
  if (!isOurs || !isErrorCode(error.code)) return { code: 'unexpected', details: {} };
  const details = Object.entries(error.details).map(([key, value]) => [
    key,
    typeof value === 'object' ? [...value] : value,
  ]);
  return { code: error.code, details: Object.fromEntries(details) };
}

/** The facts of an error as words: names of records and columns instead of their keys. */
function textParams(details: Details, { t, has }: Pick<Translator, 't' | 'has'>): TextParams {
  const table = typeof details['table'] === 'string' ? details['table'] : '';
  const params: Record<string, string | number> = {
    entity: isEntityName(table) ? t(`vocabulary:entity.${table}.one`) : table,
    refusals: '',
  };
  for (const [key, value] of Object.entries(details)) {
    if (typeof value !== 'object') {
      params[key] = value;
      continue;
    }
    const items: readonly (string | Refusal)[] = value;
    params[key] = items
      .map((item) => (typeof item === 'string' ? item : refusalText(table, item, { t, has })))
      .join(key === 'refusals' ? ' ' : ', ');
  }
  return params;
}

function refusalText(
  table: string,
  { field, rule }: Refusal,
  { t, has }: Pick<Translator, 't' | 'has'>,
): string {
  const name: TextKey = `vocabulary:field.${table}.${field}`;
  const text: TextKey = `vocabulary:rule.${rule}`;
  return t('errors:refusal', {
    field: has(name) ? t(name) : field,
    rule: t(has(text) ? text : 'vocabulary:rule.invalid'),
  });
}
