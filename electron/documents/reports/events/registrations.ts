import { column, paragraph, section, table } from '#documents/compose.ts';
import type { PaperTable } from '#documents/reports/selection/making.ts';

import type { RegisteredLine } from './data.ts';
import type { EventHead, EventMaking, EventPaper, EventPaperOptions } from './making.ts';
import { eventMaking, finished } from './making.ts';

/** Rows left blank for whoever comes without being expected. */
const BLANK_ROWS = 8;

interface RegistrationData {
  readonly head: EventHead;
  readonly registrations: readonly RegisteredLine[];
}

/** The organisation, where it is not itself what the line is named by. */
const ofOrganisation = ({ name, organisationName }: RegisteredLine): string | null =>
  organisationName === name ? null : organisationName;

/** Every registration and what became of it, for a spreadsheet. */
function registrationTable(
  registrations: readonly RegisteredLine[],
  { t, choice }: EventMaking,
): PaperTable {
  const text = (key: string) => ({ key, label: t(`column.${key}`), kind: 'text' as const });
  return {
    key: 'registrations',
    name: t('sheet.registrations'),
    columns: [
      text('name'),
      text('organisation'),
      text('role'),
      text('status'),
      { key: 'headcount', label: t('column.headcount'), kind: 'integer' },
      text('attended'),
    ],
    rows: registrations.map((one) => [
      one.name,
      one.organisationName,
      choice(`registration.role.${one.role}`),
      choice(`registration.status.${one.status}`),
      one.headcount,
      t(one.hasAttended ? 'yes' : 'no'),
    ]),
  };
}

/** The sheet to print and sign at the entrance: those who declined or cancelled are not on it. */
export function buildRegistrations(
  { head, registrations }: RegistrationData,
  options: EventPaperOptions,
): EventPaper {
  const make = eventMaking(options);
  const { t, choice } = make;
  const expected = registrations.filter(
    ({ status }) => status === 'registered' || status === 'invited',
  );
  const hasMany = expected.some(({ headcount }) => headcount !== 1);
  const hasOrganisations = expected.some((one) => ofOrganisation(one) !== null);
  const people = expected
    .filter(({ status }) => status === 'registered')
    .reduce((sum, { headcount }) => sum + headcount, 0);
  return {
    model: finished(make, head, {
      kind: 'eventRegistrations',
      title: t('title.registrations'),
      sections: [
        section(t('section.registrations', { count: expected.length }), [
          ...(people === 0 ? [] : [paragraph(t('peopleRegistered', { count: people }), 'small')]),
          table(
            [
              column(t('column.name'), { weight: 2.8 }),
              ...(hasOrganisations ? [column(t('column.organisation'), { weight: 2.4 })] : []),
              column(t('column.role'), { weight: 1.5 }),
              ...(hasMany ? [column(t('column.headcount'), { weight: 1.5, align: 'end' })] : []),
              column(t('column.signature'), { weight: 2.6 }),
            ],
            [
              ...expected.map((one) => [
                one.name,
                ...(hasOrganisations ? [ofOrganisation(one) ?? ''] : []),
                choice(`registration.role.${one.role}`),
                ...(hasMany ? [String(one.headcount)] : []),
                '',
              ]),
              ...Array.from({ length: BLANK_ROWS }, () => [
                '\u00a0',
                ...(hasOrganisations ? [''] : []),
                '',
                ...(hasMany ? [''] : []),
                '',
              ]),
            ],
            { isForm: true, hasRowHeaders: true },
          ),
        ]),
      ],
    }),
    tables: [registrationTable(registrations, make)],
  };
}
