const LA_POSTE_SIREN = '356000000';

function digitsSum(digits: string, doubledFromRight: number): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - i));
    const weighted = i % 2 === doubledFromRight ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum;
}

/** SIREN: 9 digits under the Luhn key (INSEE). Expects digits only, without spaces. */
export function isValidSiren(value: string): boolean {
  return /^\d{9}$/.test(value) && digitsSum(value, 1) % 10 === 0;
}

/**
 * SIRET: 14 digits under the Luhn key. The establishments of La Poste follow another rule:
 * the plain sum of their digits is a multiple of 5 (INSEE).
 */
export function isValidSiret(value: string): boolean {
  if (!/^\d{14}$/.test(value)) return false;
  if (digitsSum(value, 1) % 10 === 0) return isValidSiren(value.slice(0, 9));
  if (!value.startsWith(LA_POSTE_SIREN)) return false;
  return [...value].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}

/** A change of an organisation that gives a sound SIRET gives its SIREN along, where none is known. */
export function withSiren(
  patch: Readonly<Record<string, unknown>>,
  knownSiren: unknown,
): Readonly<Record<string, unknown>> {
  const { siret } = patch;
  const isKnown = 'siren' in patch || (knownSiren !== null && knownSiren !== undefined);
  if (isKnown || typeof siret !== 'string' || !isValidSiret(siret)) return patch;
  return { ...patch, siren: siret.slice(0, 9) };
}

/** « 123456789 » → « 123 456 789 », « 12345678900011 » → « 123 456 789 00011 », with no-break spaces. */
export function formatSiren(value: string): string {
  return value.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})?$/, (_all, a, b, c, nic) =>
    [a, b, c, nic].filter(Boolean).join('\u00A0'),
  );
}
