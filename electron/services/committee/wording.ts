import { formatDate } from '#documents/typography.ts';
import type { Translate } from '#platform/translate.ts';

import type { ConflictReason } from './conflicts.ts';

export interface Wording {
  readonly language: 'fr' | 'en';
  readonly translate: Translate;
}

/** `depuis le …`, `jusqu’au …`, `du … au …`; empty when nothing is known. */
function periodInWords(fromOn: string | null, toOn: string | null, w: Wording): string {
  const day = (iso: string): string => formatDate(iso, w.language);
  if (fromOn !== null && toOn !== null) {
    return w.translate('committee:period.both', { from: day(fromOn), to: day(toOn) });
  }
  if (fromOn !== null) return w.translate('committee:period.since', { from: day(fromOn) });
  return toOn === null ? '' : w.translate('committee:period.until', { to: day(toOn) });
}

/** A reason for a conflict of interest, as a sentence. */
export function reasonInWords(reason: ConflictReason, w: Wording): string {
  const { kind, organisationName, title, bodyName, fromOn, toOn, isPast } = reason;
  const tense = isPast ? 'past' : 'now';
  const role =
    title !== null && (kind === 'mandate' || kind === 'linkedMandate')
      ? w.translate(`vocabulary:choice.mandate.role.${title}`)
      : (title ?? '');
  const sentence = w.translate(`committee:conflict.${kind}.${tense}`, {
    organisation: organisationName ?? '',
    body: bodyName ?? '',
  });
  const details = [role, periodInWords(fromOn, toOn, w)].filter((one) => one !== '');
  const isPlain = details.length === 0 || kind === 'contact';
  return isPlain ? sentence : `${sentence} (${details.join(', ')})`;
}

/** A number as the language writes it: `3,5`. */
export function numberInWords(value: number, { language }: Pick<Wording, 'language'>): string {
  return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    maximumFractionDigits: 2,
  }).format(value);
}
