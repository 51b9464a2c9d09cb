import i18next from 'i18next';

import type {
  DistributionDefinition,
  PeopleChoice,
  PersonFileFormat,
} from '#contract/contact.channels.ts';
import type { SpreadsheetFormatName } from '#contract/schemas.ts';
import { call } from '#api/client.ts';

import { reportError, useActivity } from './activity.store.ts';
import { exportFile } from './exports.store.ts';
import { operations } from './operations.ts';

export type AddressSeparator = ';' | ',';

const SEPARATOR_KEY = 'rapporteur.addressSeparator';

/** What addresses are parted with: the person's choice, kept on this machine; Outlook's at first. */
export function keptSeparator(): AddressSeparator {
  return localStorage.getItem(SEPARATOR_KEY) === ',' ? ',' : ';';
}

export function keepSeparator(separator: AddressSeparator): void {
  localStorage.setItem(SEPARATOR_KEY, separator);
}

export interface AddressCopy {
  readonly definition: DistributionDefinition;
  readonly today: string;
  readonly separator: AddressSeparator;
  /** False for the blind copy: addresses alone. */
  readonly withNames: boolean;
}

/** Puts a list's addresses on the clipboard and says how many, and how many people they miss. */
export async function copyAddresses(copy: AddressCopy, unreached: number): Promise<void> {
  try {
    const { text, count } = await call('contacts:addresses', copy);
    if (text === '') return;
    await call('clipboard:writeText', { text });
    useActivity.getState().notify(
      unreached === 0
        ? { kind: 'info', messageKey: 'contacts:copied', params: { count } }
        : {
            kind: 'info',
            messageKey: 'contacts:copiedMissing',
            params: { count: unreached, copied: i18next.t('contacts:copied', { count }) },
          },
    );
  } catch (error) {
    reportError(error);
  }
}

/** Asks where to write, then writes the people's contact cards there. */
export function exportVcard(
  people: PeopleChoice,
  today: string,
  suggestedName: string,
): Promise<void> {
  return exportFile('vcf', `${suggestedName}.vcf`, (grant, options) =>
    call('contacts:exportVcard', { people, today, grant }, options),
  );
}

/** Asks where to write, then writes a list's people there as a spreadsheet. */
export function exportList(
  list: {
    readonly name: string;
    readonly definition: DistributionDefinition;
    readonly today: string;
  },
  format: SpreadsheetFormatName,
): Promise<void> {
  return exportFile(format, `${list.name}.${format}`, (grant, options) =>
    call('contacts:exportTable', { ...list, format, grant }, options),
  );
}

/** Asks where to write, then writes all that the store holds about a person there. */
export function exportPersonFile(
  id: string,
  format: PersonFileFormat,
  suggestedName: string,
): Promise<void> {
  return exportFile(format, `${suggestedName}.${format}`, (grant, options) =>
    call('contacts:personFile', { id, format, grant }, options),
  );
}

/** Keeps a list, and gives its identifier; a refusal is shown and gives null. */
export async function saveList(list: {
  readonly id: string | null;
  readonly name: string;
  readonly definition: DistributionDefinition;
}): Promise<string | null> {
  try {
    return (await operations.perform('contacts:saveList', list)).id;
  } catch (error) {
    reportError(error);
    return null;
  }
}

export async function removeList(id: string): Promise<void> {
  try {
    await operations.perform('contacts:removeList', { id });
  } catch (error) {
    reportError(error);
  }
}
