import {
  bullets,
  column,
  documentModel,
  keyFigure,
  keyFigures,
  lineBreak,
  link,
  paragraph,
  section,
  strong,
  table,
} from '#documents/compose.ts';
import type { FlowInput } from '#documents/compose.ts';
import type { DocumentModel, Inline, Section } from '#documents/model.ts';
import type { EditionMaking, EditionOptions } from '#documents/reports/edition-making.ts';
import { editionMaking } from '#documents/reports/edition-making.ts';
import { organisationKinds } from '#domain/actor.ts';
import { departementNames } from '#domain/territory.ts';

import type { DirectoryData, DirectoryOrganisation, DirectoryPerson } from './data.ts';

type Line = readonly (string | Inline)[];

const broken = (lines: readonly Line[]): Line =>
  lines.flatMap((line, index) => (index === 0 ? line : [lineBreak, ...line]));

const present = (...parts: readonly (string | null)[]): string[] =>
  parts.flatMap((part) => (part === null || part === '' ? [] : [part]));

const nameLine = ({ name, acronym }: DirectoryOrganisation): string =>
  acronym === null || acronym === name ? name : `${name} (${acronym})`;

function personLines(person: DirectoryPerson, { e, choice }: EditionMaking): readonly Line[] {
  const { name, functionTitle, mandates, email, phone } = person;
  const roles = mandates.map(({ role, body }) =>
    e('roleIn', { role: choice(`mandate.role.${role}`), body }),
  );
  return [
    [strong(name), ...(functionTitle === null ? [] : [`, ${functionTitle}`])],
    ...roles.map((role) => [role]),
    ...(email === null ? [] : [[link(`mailto:${email}`, email)]]),
    ...(phone === null ? [] : [[phone]]),
  ];
}

function identity(organisation: DirectoryOrganisation, make: EditionMaking): FlowInput {
  const { buyerKind, website, address, communeName, segments, email, phone } = organisation;
  const { choice, words, e } = make;
  const kind = buyerKind === null ? null : choice(`organisation.buyerKind.${buyerKind}`);
  const lines: Line[] = [
    [strong(nameLine(organisation))],
    ...present(
      present(
        kind,
        present(address, communeName).join(', '),
        organisation.isFictitious ? e('fictitious') : null,
      ).join(' – '),
      segments.length === 0 ? null : words.list(segments),
      organisation.description,
      phone,
    ).map((text) => [text]),
    ...(email === null ? [] : [[link(`mailto:${email}`, email)]]),
    ...(website === null ? [] : [[link(website, website)]]),
  ];
  return broken(lines);
}

/** Organisations of one kind and one département. */
function entries(organisations: readonly DirectoryOrganisation[], make: EditionMaking) {
  const { e } = make;
  const hasPeople = organisations.some(({ people }) => people.length > 0);
  const peopleOf = ({ people }: DirectoryOrganisation): FlowInput => ({
    blocks: people.map((person) => paragraph(broken(personLines(person, make)))),
  });
  return table(
    [
      column(e('organisation'), { weight: 3 }),
      ...(hasPeople ? [column(e('peopleListed'), { weight: 2 })] : []),
    ],
    organisations.map((organisation) => [
      identity(organisation, make),
      ...(hasPeople ? [peopleOf(organisation)] : []),
    ]),
    { hasRowHeaders: false },
  );
}

const departementName = (code: string | null, { e }: EditionMaking): string =>
  code === null
    ? e('noDepartement')
    : e('departement', { name: departementNames[code] ?? code, code });

/** Organisations by the département they are in, those without one last. */
function byDepartement(
  kind: string,
  organisations: readonly DirectoryOrganisation[],
  make: EditionMaking,
): Section[] {
  const groups = Map.groupBy(organisations, ({ departement }) => departement);
  return [...groups]
    .toSorted(([a], [b]) => (a ?? '999').localeCompare(b ?? '999'))
    .map(([code, some]) =>
      section(departementName(code, make), [entries(some, make)], {
        key: `${kind}.${code ?? 'none'}`,
      }),
    );
}

function kindSections({ organisations }: DirectoryData, make: EditionMaking): Section[] {
  return organisationKinds.flatMap((kind) => {
    const some = organisations.filter((one) => one.kind === kind);
    if (some.length === 0) return [];
    return [
      section(
        make.e(`kinds.${kind}`),
        [paragraph(make.e('organisationCount', { count: some.length }))],
        {
          key: `kind.${kind}`,
          startsPage: true,
          sections: byDepartement(kind, some, make),
        },
      ),
    ];
  });
}

/** Who holds office in the group and its sub-groups. */
function bodiesSection({ bodies, others }: DirectoryData, make: EditionMaking): Section[] {
  const { e, choice } = make;
  if (bodies.length === 0) return [];
  return [
    section(e('bodies'), [], {
      key: 'bodies',
      startsPage: true,
      sections: [
        ...bodies.map(({ id, name, members }) =>
          section(
            name,
            [
              table(
                [
                  column(e('person'), { weight: 3 }),
                  column(e('organisation'), { weight: 3 }),
                  column(e('role'), { weight: 2 }),
                ],
                members.map(({ name: person, organisation, role }) => [
                  person,
                  organisation ?? '',
                  choice(`mandate.role.${role}`),
                ]),
              ),
            ],
            { key: `body.${id}` },
          ),
        ),
        ...(others.length === 0
          ? []
          : [
              section(
                e('others'),
                [bullets(...others.map((person) => broken(personLines(person, make))))],
                { key: 'bodies.others' },
              ),
            ]),
      ],
    }),
  ];
}

interface IndexEntry {
  readonly sort: string;
  readonly text: string;
}

const initial = (text: string): string => {
  const [first = '#'] = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleUpperCase('fr');
  return /\p{L}/u.test(first) ? first : '#';
};

/** Everybody and every organisation from A to Z, with the place where each is found. */
function indexSection(data: DirectoryData, make: EditionMaking): Section[] {
  const { e } = make;
  const found: IndexEntry[] = data.organisations.flatMap((organisation) => {
    const place = `${e(`kinds.${organisation.kind}`)}, ${departementName(organisation.departement, make)}`;
    return [
      { sort: organisation.name, text: `${nameLine(organisation)} – ${place}` },
      ...organisation.people.map(({ sortName }) => ({
        sort: sortName,
        text: `${sortName} – ${organisation.acronym ?? organisation.name} (${place})`,
      })),
    ];
  });
  const collator = new Intl.Collator('fr');
  const letters = Map.groupBy(
    found.toSorted((a, b) => collator.compare(a.sort, b.sort)),
    ({ sort }) => initial(sort),
  );
  if (found.length === 0) return [];
  return [
    section(
      e('index'),
      [...letters].flatMap(([letter, some]) => [
        paragraph(strong(letter), 'lead'),
        bullets(...some.map(({ text }) => text)),
      ]),
      { key: 'index', startsPage: true, only: 'text' },
    ),
  ];
}

/** The directory of actors: by kind and département, with the functions and mandates of each. */
export function buildDirectory(data: DirectoryData, options: EditionOptions): DocumentModel {
  const make = editionMaking(options);
  const { e, words } = make;
  const { group, organisations, total, asOfOn } = data;
  const groupName = words.t('group', { name: group.name });
  const people = new Set(organisations.flatMap((one) => one.people.map(({ id }) => id)));
  const figures = organisationKinds.flatMap((kind) => {
    const some = organisations.filter((one) => one.kind === kind);
    const records = some.map(({ id }) => ({ table: 'organisation', id }));
    return some.length === 0 ? [] : [keyFigure(some.length, e(`kinds.${kind}`), { records })];
  });
  return documentModel({
    meta: {
      title: e('directoryTitle'),
      organisation: group.observatory ?? groupName,
      ...(group.observatory === null ? {} : { group: groupName }),
      date: asOfOn,
      language: words.language,
      kind: 'directory',
      subject: e('directorySubject', { date: words.day(asOfOn) }),
    },
    titlePage: {
      facts: [
        { label: words.t('asOf'), value: words.day(asOfOn) },
        { label: e('organisationsListed'), value: String(organisations.length) },
        { label: e('peopleListed'), value: String(people.size) },
      ],
    },
    sections: [
      section(
        e('overview'),
        [
          ...(figures.length === 0 ? [paragraph(e('noOrganisation'))] : [keyFigures(...figures)]),
          ...(total > organisations.length
            ? [paragraph(e('cut', { shown: organisations.length, total }))]
            : []),
          paragraph(e('consent'), 'small'),
        ],
        { key: 'overview' },
      ),
      ...bodiesSection(data, make),
      ...kindSections(data, make),
      ...indexSection(data, make),
    ],
  });
}
