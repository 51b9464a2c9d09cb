const COUNTER_LIMIT = 0xffff;

/**
 * Hybrid logical clock: 12 hexadecimal digits of milliseconds since 1970, then 4 of a counter, so
 * that text order is time order and an entry always sorts after everything its author had seen,
 * even when a laptop's clock runs behind.
 */
export type Hlc = string;

export const FIRST_HLC: Hlc = '0'.repeat(16);

/** The next reading after `last`. @param nowMs milliseconds since 1970 */
export function nextHlc(last: Hlc, nowMs: number): Hlc {
  const lastMs = Number.parseInt(last.slice(0, 12), 16);
  const lastCounter = Number.parseInt(last.slice(12), 16);
  if (nowMs > lastMs) return format(nowMs, 0);
  if (lastCounter < COUNTER_LIMIT) return format(lastMs, lastCounter + 1);
  return format(lastMs + 1, 0);
}

/** Wall-clock part of a reading, as an ISO instant. */
export function instantOf(hlc: Hlc): string {
  return new Date(Number.parseInt(hlc.slice(0, 12), 16)).toISOString();
}

function format(ms: number, counter: number): Hlc {
  return ms.toString(16).padStart(12, '0') + counter.toString(16).padStart(4, '0');
}
