import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';

/**
 * First rule that a value would break in its field, null when it is acceptable. The store has the
 * last word; this answers while one types.
 */
export function brokenRule(
  table: EntityName,
  record: Readonly<Record<string, unknown>>,
  field: string,
  value: unknown,
): string | null {
  const entity = entityOf(table);
  const declared = entity.fields[field];
  if (declared === undefined) return 'unknownField';
  const parsed = declared.schema.safeParse(value);
  if (!parsed.success) {
    const isEmpty = value === null || value === undefined || value === '';
    return isEmpty ? 'required' : (parsed.error.issues[0]?.message ?? 'invalid');
  }
  const breach = entity
    .rules({ ...record, [field]: parsed.data })
    .find((broken) => broken.field === field);
  return breach?.rule ?? null;
}

/** Identifiers as people write them, « 123 456 789 », without what only helps reading. */
export function bareIdentifier(typed: string): string {
  return typed.replaceAll(/[\s\u00A0\u202F.]/g, '');
}

/** A new person from a name as typed: « Marie Dupont », « DUPONT Marie », « Marie de la Tour ». */
export function personFromName(typed: string): { givenName: string | null; familyName: string } {
  const words = typed.trim().split(/\s+/);
  const isUpper = (word: string): boolean => word.length > 1 && word === word.toUpperCase();
  const leadingUpper = words.findIndex((word) => !isUpper(word));
  if (leadingUpper > 0 && leadingUpper < words.length) {
    return {
      familyName: words.slice(0, leadingUpper).join(' '),
      givenName: words.slice(leadingUpper).join(' '),
    };
  }
  const [first, ...rest] = words;
  if (rest.length === 0) return { givenName: null, familyName: first ?? '' };
  return { givenName: first ?? null, familyName: rest.join(' ') };
}
