import type { FactView } from '#contract/edition.views.ts';
import type {
  DirectoryData,
  DirectoryOrganisation,
  DirectoryPerson,
} from '#documents/reports/directory/data.ts';
import { organisationKinds } from '#domain/actor.ts';
import { departementNames } from '#domain/territory.ts';

import type { FactList, FactWords } from './facts.ts';
import { factList } from './facts.ts';

function personFacts(person: DirectoryPerson, at: string, facts: FactList): void {
  const { id, name, functionTitle, mandates, email, phone } = person;
  const records = [{ table: 'person', id }];
  const of = { name, at };
  facts.people(`person.${id}.at.${at}`, facts.label('personAt', of), [name], { records });
  facts.text(`person.${id}.function.${at}`, facts.label('function', of), functionTitle, {
    records,
  });
  for (const { id: mandateId, role, body } of mandates) {
    facts.text(
      `mandate.${mandateId}`,
      facts.label('mandate', { name, body }),
      facts.choice(`mandate.role.${role}`),
      { records: [{ table: 'mandate', id: mandateId }] },
    );
  }
  facts.text(`person.${id}.email`, facts.label('email', { name }), email, { records });
  facts.text(`person.${id}.phone`, facts.label('phone', { name }), phone, { records });
}

function organisationFacts(organisation: DirectoryOrganisation, facts: FactList): void {
  const { id, name, communeName, departement, website, email, phone, people } = organisation;
  const records = [{ table: 'organisation', id }];
  const of = { name };
  facts.text(`organisation.${id}`, facts.choice(`organisation.kind.${organisation.kind}`), name, {
    records,
  });
  facts.text(`organisation.${id}.commune`, facts.label('commune', of), communeName, { records });
  facts.text(
    `organisation.${id}.departement`,
    facts.label('departement', of),
    departement === null ? null : (departementNames[departement] ?? departement),
    { records },
  );
  facts.text(`organisation.${id}.website`, facts.label('website', of), website, { records });
  facts.text(`organisation.${id}.email`, facts.label('email', of), email, { records });
  facts.text(`organisation.${id}.phone`, facts.label('phone', of), phone, { records });
  for (const person of people) personFacts(person, organisation.acronym ?? name, facts);
}

/** What the directory of actors states. */
export function directoryFacts(data: DirectoryData, words: FactWords): FactView[] {
  const facts = factList(words);
  facts.in('directory');
  for (const kind of organisationKinds) {
    const some = data.organisations.filter((one) => one.kind === kind);
    facts.figure(`count.${kind}`, facts.choice(`organisation.kind.${kind}`), some.length, {
      records: some.map(({ id }) => ({ table: 'organisation', id })),
    });
  }
  for (const kind of organisationKinds) {
    facts.in(`kind.${kind}`);
    for (const one of data.organisations) if (one.kind === kind) organisationFacts(one, facts);
  }
  facts.in('bodies');
  for (const { members } of data.bodies) {
    for (const { id, name, role } of members) {
      facts.text(
        `holder.${id}`,
        facts.label('holder', { name }),
        facts.choice(`mandate.role.${role}`),
        {
          records: [{ table: 'mandate', id }],
        },
      );
    }
  }
  return facts.all();
}
