import { exampleId, type ExampleRecord, fact, type Place, record } from '#example/builder.ts';
import { places } from '#example/places.ts';

/** Tag of those whom the restitution gives as contacts of the group. */
export const contactTag = 'contact du GT';

interface NamedPerson {
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly organisation: string;
  readonly title?: string;
  readonly affiliationNote?: string;
  readonly notes?: string;
  readonly tags?: string[];
  readonly places: readonly Place[];
}

const contactNote =
  'Indiqué comme contact « Pour toute information » par la restitution 2017 ; l’adresse électronique n’est pas reprise.';

const named: readonly NamedPerson[] = [
  {
    key: 'pruvost',
    givenName: 'Jean-Marie',
    familyName: 'Pruvost',
    organisation: 'nfid',
    places: [places.structure, places.resultSubGroups],
  },
  {
    key: 'chiquet',
    givenName: 'Clémence',
    familyName: 'Chiquet',
    organisation: 'lille-is-french-tech',
    places: [places.structure, places.resultSubGroups],
  },
  {
    key: 'trigaut',
    givenName: 'Mikaël',
    familyName: 'Trigaut',
    organisation: 'pfra',
    notes: contactNote,
    tags: [contactTag],
    places: [places.structure, places.resultSubGroups, places.closing],
  },
  {
    key: 'sille',
    givenName: 'Alexandre',
    familyName: 'Sille',
    organisation: 'direccte',
    places: [places.structure],
  },
  {
    key: 'brionne',
    givenName: 'Lucile',
    familyName: 'Brionne',
    organisation: 'direccte',
    notes: contactNote,
    tags: [contactTag],
    places: [places.resultSubGroups, places.closing],
  },
  {
    key: 'dupuis',
    givenName: 'Pierre',
    familyName: 'Dupuis',
    organisation: 'ugap',
    places: [places.structure, places.resultSubGroups],
  },
  {
    key: 'braley',
    givenName: 'Niels',
    familyName: 'Braley',
    organisation: 'sciences-po-lille',
    title: 'Stagiaire IEP Lille en Master 1 Affaires publiques',
    affiliationNote:
      'La synthèse écrit « stagiaire IEP Lille en Master 1 Affaires publiques », la restitution « étudiant de Sciences Po Lille en M1 ».',
    places: [places.deliverables, places.resultReport],
  },
  {
    key: 'chehah',
    givenName: 'Raouti',
    familyName: 'Chehah',
    organisation: 'euratechnologies',
    affiliationNote:
      'Fonction non précisée. Le rattachement se déduit du rendez-vous du 30 juin 2017 sur l’accueil de l’événement à Euratechnologies.',
    places: [places.prospects],
  },
];

const aliases = (): ExampleRecord[] => {
  const alias = (
    table: 'organisation' | 'person' | 'event' | 'workingGroup' | 'agreement',
    key: string,
    name: string,
    source: 'synthesis' | 'restitution' | null,
  ): ExampleRecord =>
    record('alias', `${table}/${key}/${name}`, {
      recordTable: table,
      recordId: exampleId(table, key),
      name,
      sourceId: source === null ? null : exampleId('sourceDocument', source),
    });
  return [
    alias('organisation', 'lille-is-french-tech', 'LilleisFrenchTech', 'restitution'),
    alias('organisation', 'euratechnologies', 'Euratechnololgies', 'restitution'),
    alias('organisation', 'sciences-po-lille', 'IEP Lille', 'synthesis'),
    alias('organisation', 'cd80', 'Département de la Somme', null),
    alias('organisation', 'cd62', 'Département du Pas-de-Calais', null),
    alias('person', 'trigaut', 'Mikael TRIGAUT', 'synthesis'),
    alias('person', 'trigaut', 'Mikaël TRIGAUT', 'restitution'),
    alias('event', 'innovember', 'INNOVEMBER', 'restitution'),
    alias('workingGroup', 'gt', 'Innovation & commande publique', 'restitution'),
    alias('agreement', 'state-ugap', 'Convention Innovation État – UGAP', 'restitution'),
  ];
};

/** The people that the documents name, their functions as printed, and other spellings. */
export function peopleRecords(): ExampleRecord[] {
  return [
    ...named.flatMap((one) => [
      ...fact(
        'person',
        one.key,
        {
          givenName: one.givenName,
          familyName: one.familyName,
          notes: one.notes ?? null,
          tags: one.tags ?? [],
        },
        ...one.places,
      ),
      ...fact(
        'affiliation',
        one.key,
        {
          personId: exampleId('person', one.key),
          organisationId: exampleId('organisation', one.organisation),
          title: one.title ?? null,
          note: one.affiliationNote ?? null,
        },
        ...one.places,
      ),
    ]),
    ...aliases(),
  ];
}
