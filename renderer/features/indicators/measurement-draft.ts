import type { ChannelInput } from '#contract/channels.ts';
import type { MeasurementView } from '#contract/indicator.views.ts';
import { remainderOf } from '#domain/decimals.ts';

import { readAmount } from './amount.ts';

type Request = ChannelInput<'indicators:saveMeasurement'>;
export type BuyerKind = Request['parts'][number]['buyerKind'];

export interface PartDraft {
  /** Tells the rows apart while they are typed. */
  readonly key: number;
  readonly id: string | null;
  readonly title: string;
  readonly value: string;
  readonly buyerKind: BuyerKind;
  readonly detail: string;
}

/** A value as it is being typed. */
export interface MeasurementDraft {
  readonly value: string;
  readonly isMinimum: boolean;
  readonly asOfOn: string | null;
  readonly sourceId: string | null;
  /** A document that is not known yet; null while a known one is chosen. */
  readonly newSource: { readonly title: string; readonly datedOn: string | null } | null;
  readonly method: string;
  readonly note: string;
  readonly parts: readonly PartDraft[];
}

/** Refused fields, each with the key of its sentence; those of parts are named `KEY.title`, `KEY.value`. */
export type DraftErrors = Readonly<Record<string, string>>;

export function draftOf(
  measurement: MeasurementView | null,
  usualDay: string,
  amount: (value: number) => string,
): MeasurementDraft {
  if (measurement === null) {
    return {
      value: '',
      isMinimum: false,
      asOfOn: usualDay,
      sourceId: null,
      newSource: null,
      method: '',
      note: '',
      parts: [],
    };
  }
  return {
    value: amount(measurement.value),
    isMinimum: measurement.isMinimum,
    asOfOn: measurement.asOfOn,
    sourceId: measurement.source?.id ?? null,
    newSource: null,
    method: measurement.method ?? '',
    note: measurement.note ?? '',
    parts: measurement.parts.map((part, key) => ({
      key,
      id: part.id,
      title: part.title,
      value: amount(part.value),
      buyerKind: part.buyerKind,
      detail: part.detail ?? '',
    })),
  };
}

const wordsOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A row in which nothing was typed is no part. */
const isBlank = ({ id, title, value, detail }: PartDraft): boolean =>
  id === null && `${title}${value}${detail}`.trim() === '';

/** What is left of the value by the parts that can be read already; null while the value cannot. */
export function remainderOfDraft(draft: MeasurementDraft, atLeastWords: string): number | null {
  const total = readAmount(draft.value, atLeastWords);
  if (total === null || draft.parts.every(isBlank)) return null;
  const parts = draft.parts.flatMap(({ value }) => readAmount(value, atLeastWords)?.value ?? []);
  return remainderOf(total.value, parts);
}

type Checked =
  | { readonly errors: DraftErrors }
  | { readonly request: Omit<Request, 'indicatorId' | 'measurementId'> };

/** What is to be saved, or what is wrong and where. */
export function checkDraft(
  draft: MeasurementDraft,
  { atLeastWords, needsSource }: { readonly atLeastWords: string; readonly needsSource: boolean },
): Checked {
  const errors: Record<string, string> = {};
  const numberIn = (field: string, typed: string) => {
    const found = readAmount(typed, atLeastWords);
    if (typed.trim() === '') errors[field] = 'form.required';
    else if (found === null) errors[field] = 'form.notANumber';
    return found;
  };
  const value = numberIn('value', draft.value);
  if (draft.asOfOn === null) errors['asOfOn'] = 'form.dayRequired';
  const newTitle = draft.newSource?.title.trim() ?? '';
  if (needsSource && draft.sourceId === null && newTitle === '') {
    errors[draft.newSource === null ? 'sourceId' : 'newTitle'] = 'form.sourceRequired';
  }
  const parts = draft.parts
    .filter((part) => !isBlank(part))
    .map((part) => {
      const read = numberIn(`${part.key}.value`, part.value);
      if (part.title.trim() === '') errors[`${part.key}.title`] = 'form.partRequired';
      return {
        id: part.id,
        title: part.title.trim(),
        value: read?.value ?? 0,
        buyerKind: part.buyerKind,
        detail: wordsOrNull(part.detail),
      };
    });
  if (value === null || draft.asOfOn === null || Object.keys(errors).length > 0) return { errors };
  return {
    request: {
      asOfOn: draft.asOfOn,
      value: value.value,
      isMinimum: value.isMinimum || draft.isMinimum,
      source:
        newTitle !== ''
          ? { kind: 'new', title: newTitle, datedOn: draft.newSource?.datedOn ?? null }
          : draft.sourceId === null
            ? null
            : { kind: 'known', id: draft.sourceId },
      method: wordsOrNull(draft.method),
      note: wordsOrNull(draft.note),
      parts,
    },
  };
}
