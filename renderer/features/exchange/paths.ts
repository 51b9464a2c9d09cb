import type { ImportRegisterName } from '#contract/import.channels.ts';

/** Address of the page of the import under way. */
export const importPath = '/exchange/import';

/** Address of the screen with the place to paste already open. */
export const pastePath = '/exchange/paste';

/** Where the records of a register are listed; null for those that have no screen of their own. */
export function registerPath(register: ImportRegisterName): string | null {
  switch (register) {
    case 'organisations':
    case 'people':
      return `/actors/${register}`;
    case 'affiliations':
      return '/actors/people';
    case 'mandates':
      return '/sub-groups';
    default:
      return null;
  }
}
