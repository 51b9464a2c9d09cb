import type { ImportRegisterName } from '#contract/import.channels.ts';
import { importRegisterNames } from '#contract/import.channels.ts';
import { isCalendarDate } from '#domain/dates.ts';

import type { CliRequest } from './command.ts';
import type { OptionName } from './options.ts';
import { UsageError } from './usage-error.ts';

/** A day given as YYYY-MM-DD, or null. @throws UsageError */
export function checkedDay({ value }: CliRequest, name: OptionName): string | null {
  const given = value(name);
  if (given !== null && !isCalendarDate(given)) {
    throw new UsageError('invalidDate', { option: `--${name}`, value: given });
  }
  return given;
}

/** A year of four digits, or null. @throws UsageError */
export function checkedYear({ value }: CliRequest, name: OptionName): number | null {
  const given = value(name);
  if (given === null) return null;
  if (!/^(?:19|20|21)\d\d$/.test(given)) {
    throw new UsageError('invalidYear', { option: `--${name}`, value: given });
  }
  return Number(given);
}

/** The register to be filled. @throws UsageError */
export function checkedImportRegister({ argument }: CliRequest): ImportRegisterName {
  const wanted = argument('register');
  const register = importRegisterNames.find((known) => known === wanted);
  if (register === undefined) {
    throw new UsageError('unknownImport', { name: wanted, known: importRegisterNames.join(', ') });
  }
  return register;
}
