/** A refusal in words: `message` for the whole, and a sentence for each field that breaks a rule. */
interface Refused {
  readonly fields: Readonly<Record<string, string>>;
}

function isRefused(thrown: unknown): thrown is Refused {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'fields' in thrown &&
    typeof thrown.fields === 'object'
  );
}

/** The sentences that belong under particular fields, by field; none when the refusal names none. */
export function refusedFields(thrown: unknown): Readonly<Record<string, string>> {
  return isRefused(thrown) ? thrown.fields : {};
}

/** The sentence to show under a field, whatever was thrown. */
export function refusalText(thrown: unknown, field: string): string {
  const own = refusedFields(thrown)[field];
  return own ?? (thrown instanceof Error ? thrown.message : String(thrown));
}

/** A failure in the shape that notes of refusal take. */
export function asShown(thrown: unknown): {
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
} {
  if (thrown instanceof Error) {
    const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : 'unexpected';
    return { code, message: thrown.message, details: {} };
  }
  return { code: 'unexpected', message: '', details: {} };
}
