import { findCommunes, getCommune } from '#services/communes.ts';
import { organisationSheet, personSheet, tagSuggestions } from '#services/sheets.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels =
  | 'actors:organisation'
  | 'actors:person'
  | 'actors:tags'
  | 'communes:find'
  | 'communes:get';

const listed = <T extends object>(items: readonly T[]): T[] => items.map((item) => ({ ...item }));

export const actorHandlers: StoreHandlers<Channels> = {
  'actors:organisation': ({ reader }, { id, at }) => {
    const sheet = organisationSheet(reader, id, at);
    if (sheet === null) return null;
    const groups = sheet.groups.map((group) => ({ ...group, lines: listed(group.lines) }));
    return { ...sheet, groups, record: { ...sheet.record } };
  },
  'actors:person': ({ reader }, { id, at }) => {
    const sheet = personSheet(reader, id, at);
    if (sheet === null) return null;
    const groups = sheet.groups.map((group) => ({ ...group, lines: listed(group.lines) }));
    return { ...sheet, groups, record: { ...sheet.record } };
  },
  'actors:tags': ({ reader }) => tagSuggestions(reader),
  'communes:find': async (_session, { text, limit }) =>
    (await findCommunes(text, limit)).map((found) => ({
      ...found,
      postalCodes: [...found.postalCodes],
    })),
  'communes:get': async (_session, { code }) => {
    const commune = await getCommune(code);
    return commune === null ? null : { ...commune, postalCodes: [...commune.postalCodes] };
  },
};
