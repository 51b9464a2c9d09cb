import { bullets, paragraph, section, step, steps } from '#documents/compose.ts';
import type { Block, Section } from '#documents/model.ts';
import { linesOf } from '#documents/reports/wording.ts';

import { methodBlocks, quotaText } from './committee-minutes.ts';
import type { CommitteePhase, SelectionReportData } from './data.ts';
import { eventListSections } from './event-list.ts';
import type { SelectionMaking, SelectionOptions, SelectionPaper } from './making.ts';
import { applicationColumns, finished, selectionMaking, tableOr } from './making.ts';
import { statisticsSections } from './statistics.ts';

function callBlocks({ call }: SelectionReportData, make: SelectionMaking): Block[] {
  const { t, words } = make;
  const when = words.when({ fromOn: call.opensOn, toOn: call.closesOn, period: null });
  const lines = [
    ...(when === '' ? [] : [t('report.open', { when })]),
    ...(call.agreement === null ? [] : [t('report.agreement', { name: call.agreement })]),
    ...(call.partners.length === 0
      ? []
      : [t('report.partners', { list: words.list(call.partners) })]),
    ...(call.segments.length === 0
      ? []
      : [t('report.segments', { list: words.list(call.segments) })]),
  ];
  return [
    ...linesOf(call.description).map((line) => paragraph(line)),
    ...(lines.length === 0 ? [] : [bullets(...lines)]),
  ];
}

function methodSection(data: SelectionReportData, make: SelectionMaking): Section {
  const { t, words } = make;
  const made = data.phases.map((phase) => {
    const quota = quotaText(phase, make);
    return step(phase.name, {
      content: phase.description ?? '',
      ...(phase.deadlineOn === null ? {} : { deadline: words.day(phase.deadlineOn) }),
      ...(quota === null ? {} : { quota }),
    });
  });
  const { exclusionReasons } = data.call;
  return section(
    t('report.method'),
    [
      ...(made.length === 0 ? [paragraph(t('report.noPhase'))] : [steps(...made)]),
      ...(exclusionReasons.length === 0
        ? []
        : [paragraph(t('report.exclusionReasons')), bullets(...exclusionReasons)]),
    ],
    { key: 'method' },
  );
}

function committeeSection(
  phase: CommitteePhase,
  make: SelectionMaking,
  { isAlone, rank }: { readonly isAlone: boolean; readonly rank: number },
): Section {
  const { t, words } = make;
  const recusals = phase.conflicts.filter(({ isRecused }) => isRecused).length;
  const members = phase.members.map(({ name, organisationName }) =>
    organisationName === null ? name : `${name} (${organisationName})`,
  );
  return section(
    t('report.committee', { name: phase.name }),
    [
      ...(members.length === 0
        ? []
        : [paragraph(t('report.members', { list: words.list(members) }))]),
      paragraph(t('report.recusals', { count: recusals })),
      ...methodBlocks(phase, make, isAlone),
      ...(phase.exceptions.length === 0
        ? []
        : [paragraph(t('report.exceptions', { count: phase.exceptions.length }))]),
    ],
    { key: `committee.${rank}` },
  );
}

/** The whole story of a selection, for those who were not there. */
export function buildSelectionReport(
  data: SelectionReportData,
  options: SelectionOptions,
): SelectionPaper {
  const make = selectionMaking(options);
  const { t, words } = make;
  const judged = data.committee.phases.filter(({ criteria }) => criteria.length > 0);
  const call = callBlocks(data, make);
  return finished(make, data.head, {
    kind: 'selectionReport',
    title: t('report.title'),
    facts: [
      [t('fact.asOf'), words.day(data.head.day)],
      [t('fact.received'), String(data.statistics.received)],
      [t('fact.event'), data.event.event?.name ?? null],
    ],
    isLong: true,
    sections: [
      section(t('report.call'), call.length === 0 ? [paragraph(data.head.callTitle)] : call, {
        key: 'call',
      }),
      methodSection(data, make),
      section(t('report.figures'), [], {
        key: 'figures',
        sections: statisticsSections(data.statistics, make),
      }),
      ...judged.map((phase, index) =>
        committeeSection(phase, make, { isAlone: judged.length === 1, rank: index + 1 }),
      ),
      section(t('report.results'), [], {
        key: 'results',
        sections: eventListSections(data.event, make),
      }),
      section(
        t('report.withdrawals'),
        [
          tableOr(
            make,
            {
              key: 'withdrawals',
              name: t('sheet.withdrawals'),
              columns: [
                ...applicationColumns(make),
                { key: 'on', label: t('column.on'), kind: 'date', weight: 1.6 },
                { key: 'reason', label: t('column.reason'), kind: 'text', weight: 3 },
              ],
              rows: data.withdrawals.map((one) => [
                one.number,
                one.organisationName,
                one.title,
                one.withdrawnOn,
                one.reason,
              ]),
            },
            t('report.noWithdrawals'),
          ),
        ],
        { key: 'withdrawals' },
      ),
    ],
  });
}
