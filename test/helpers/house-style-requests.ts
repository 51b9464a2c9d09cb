import fc from 'fast-check';

import type { StoreChannel } from '#contract/channels.ts';
import { styleFileRoles } from '#domain/house-style.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { createStyle } from '#services/house-style/styles.ts';
import type { StoreSession } from '#services/session.ts';

const by = { author: 'Essai' };

/** Requests about house styles that the open store would grant; a style is made for them. */
export function houseStyleRequests(
  session: StoreSession,
): Partial<Record<StoreChannel, fc.Arbitrary<unknown>>> {
  if (!session.isReadOnly && listRecords(session.reader, 'houseStyle').length === 0) {
    createStyle(session, by, { name: 'Charte', workingGroupId: null });
  }
  const ids = listRecords(session.reader, 'houseStyle').map(({ id }) => id);
  const id = fc.constantFrom(...ids);
  const role = fc.constantFrom(...styleFileRoles);
  const templateRole = fc.constantFrom('docx', 'odt', 'pptx');
  const colour = fc.constantFrom('0B4F5C', 'FFF59D', 'A3261C', null);
  const draft = fc.record(
    {
      name: fc.constantFrom('Charte', 'Charte 2018'),
      accentColour: colour,
      secondaryColour: colour,
      textFont: fc.constantFrom('Verdana', 'Source Sans 3', null),
      headingFont: fc.constantFrom('Georgia', null),
      footerText: fc.constantFrom('Observatoire régional', null),
      hasPageNumbers: fc.boolean(),
      hasHeaderLogo: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const group = fc.constantFrom(
    null,
    ...listRecords(session.reader, 'workingGroup').map((one) => one.id),
  );
  return {
    'houseStyle:create': fc.record({ name: fc.constant('Autre charte'), workingGroupId: group }),
    'houseStyle:save': fc.record({ id, values: draft }),
    'houseStyle:choose': fc.record({ id, isDefault: fc.boolean() }),
    'houseStyle:setFile': fc.record({
      id,
      role,
      grant: fc.constant('granted'),
      today: fc.constant('2017-05-09'),
    }),
    'templates:check': fc.oneof(
      fc.record({ styleId: id, role: templateRole }),
      fc.record({ grant: fc.constant('granted'), role: templateRole }),
    ),
    'houseStyle:removeFile': fc.record({ id, role }),
    'houseStyle:preview': fc.record({ id: fc.option(id, { nil: null }), draft }),
  };
}
