/** A decimal as whole units of a power of ten: 12,5 is 125 at scale 1. */
interface Scaled {
  readonly units: bigint;
  readonly scale: number;
}

function scaled(value: number): Scaled {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const units = BigInt(whole + fraction);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

/**
 * The sum of decimals as they are written: 0,1 + 0,2 is 0,3 and nothing is left over. Numbers must be
 * finite.
 */
export function sumOf(values: readonly number[]): number {
  const all = values.map(scaled);
  const scale = Math.max(0, ...all.map((one) => one.scale));
  const units = all.reduce((sum, one) => sum + one.units * 10n ** BigInt(scale - one.scale), 0n);
  return Number(`${units}e-${scale}`);
}

/** What a breakdown leaves of its total: more than zero is not broken down, less is in excess. */
export function remainderOf(total: number, parts: readonly number[]): number {
  return sumOf([total, ...parts.map((part) => -part)]);
}
