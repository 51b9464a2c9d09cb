import type { TFunction } from 'i18next';

import type { DistributionDefinition, ListSuggestion } from '#contract/contact.channels.ts';

/** What a suggested list is called. */
export function suggestionName(
  { kind, body, group }: Pick<ListSuggestion, 'kind' | 'body' | 'group'>,
  t: TFunction,
): string {
  const list = t(`contacts:suggestion.${kind}`, { body: body ?? '' });
  return group === null ? list : t('contacts:suggestion.inGroup', { list, group });
}

export const emptyDefinition: DistributionDefinition = {
  roles: [],
  bodies: [],
  includesParts: true,
  organisationKinds: [],
  tags: [],
  onDay: null,
  added: [],
  removed: [],
};

/** Whether a list could take anybody. */
export function asksForSomebody(definition: DistributionDefinition): boolean {
  const { roles, bodies, organisationKinds, tags, added } = definition;
  return [roles, bodies, organisationKinds, tags, added].some(({ length }) => length > 0);
}
