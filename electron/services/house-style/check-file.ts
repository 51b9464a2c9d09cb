import type { StyleFileRole } from '#domain/house-style.ts';

import { LOGO_LIMIT, readLogo } from './picture.ts';

/** Largest template in bytes. */
const TEMPLATE_LIMIT = 40_000_000;

export const sizeLimit = (role: StyleFileRole): number =>
  role === 'logo' ? LOGO_LIMIT : TEMPLATE_LIMIT;

/**
 * Refuses what a style cannot use, before any of it is kept.
 * @throws AppError `houseStyle.*`, `template.*`
 */
export async function checkStyleFile(
  role: StyleFileRole,
  bytes: Uint8Array,
  fileName: string,
): Promise<void> {
  if (role === 'logo') readLogo(bytes, fileName);
  else (await import('#services/templates/check.ts')).assertTemplate(role, bytes, fileName);
}
