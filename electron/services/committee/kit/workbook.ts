import { formatDate } from '#documents/typography.ts';
import {
  ABSTENTION_COLUMN,
  COMMENT_COLUMN,
  KIT_FORMAT,
  KIT_MARK,
} from '#interop/kit/exchange-kit.ts';
import type {
  FormBook,
  FormCell,
  FormColumn,
  FormRow,
  FormSheet,
  FormStyle,
} from '#interop/kit/form-book.ts';

import type { Criterion } from '../phase.ts';
import type { Wording } from '../wording.ts';
import { numberInWords } from '../wording.ts';
import type { Kit, KitApplication } from './model.ts';

const cell = (value: string | number | null, style: FormStyle = 'text'): FormCell => ({
  value,
  style,
});
const row = (values: readonly (string | number | null)[], style: FormStyle = 'text'): FormRow => ({
  cells: values.map((value) => cell(value, style)),
});

const HEADING_ROW = 1;
const SUMMARY_LENGTH = 400;

function scaleOf({ scaleMin, scaleMax }: Criterion, w: Wording): string {
  const [min, max] = [numberInWords(scaleMin, w), numberInWords(scaleMax, w)];
  return w.translate('committee:kit.scale', { min, max });
}

function shortSummary({ details }: KitApplication): string {
  const text = details.find(({ kind }) => kind === 'summary')?.text ?? '';
  return text.length <= SUMMARY_LENGTH ? text : `${text.slice(0, SUMMARY_LENGTH - 1).trimEnd()}…`;
}

/** The sheet that is filled in: an application a row, a criterion a column. */
function scoreSheet(kit: Kit, w: Wording): FormSheet {
  const t = w.translate;
  const yes = t('registers:yes');
  const columns: FormColumn[] = [
    { width: 10, isHidden: true },
    { width: 6 },
    { width: 26 },
    { width: 30 },
    { width: 50 },
    ...kit.criteria.map((criterion): FormColumn => {
      const scale = scaleOf(criterion, w);
      const params = { criterion: criterion.name, scale };
      return {
        width: 16,
        rule: {
          kind: 'decimal',
          min: criterion.scaleMin,
          max: criterion.scaleMax,
          title: criterion.name,
          help: t('committee:kit.scoreHelp', params),
          refusal: t('committee:kit.scoreRefusal', params),
        },
      };
    }),
    {
      width: 13,
      rule: {
        kind: 'list',
        choices: [yes],
        title: t('committee:kit.abstention'),
        help: t('committee:kit.abstentionHelp', { yes }),
        refusal: t('committee:kit.abstentionRefusal', { yes }),
      },
    },
    { width: 50 },
  ];
  const marks = [
    `${KIT_MARK}${kit.kitId}`,
    null,
    null,
    null,
    null,
    ...kit.criteria.map(({ id }) => id),
    ABSTENTION_COLUMN,
    COMMENT_COLUMN,
  ];
  const headings = [
    t('committee:kit.identifier'),
    t('committee:kit.number'),
    t('committee:kit.organisation'),
    t('committee:kit.title'),
    t('committee:kit.summary'),
    ...kit.criteria.map((one) => `${one.name}\n${scaleOf(one, w)}`),
    t('committee:kit.abstention'),
    t('committee:kit.comment'),
  ];
  return {
    name: t('committee:kit.scoreSheet'),
    columns,
    rowCount: kit.applications.length + 2,
    headingRow: HEADING_ROW,
    rows: rows(),
  };

  function* rows(): Generator<FormRow> {
    yield { ...row(marks, 'code'), isHidden: true };
    yield row(headings, 'heading');
    for (const application of kit.applications) {
      const own = new Map(application.marks.map((mark) => [mark.criterionId, mark]));
      const abstains = application.marks.some(({ isAbstention }) => isAbstention);
      yield {
        cells: [
          cell(application.id, 'code'),
          cell(application.number),
          cell(application.organisationName),
          cell(application.title),
          cell(shortSummary(application)),
          ...kit.criteria.map(({ id }) => cell(own.get(id)?.value ?? null, 'number')),
          cell(abstains ? yes : null, 'choice'),
          cell(application.comment, 'note'),
        ],
      };
    }
  }
}

/** All that the applicants said, to read beside the scores. */
function readingSheet(kit: Kit, w: Wording): FormSheet {
  const t = w.translate;
  const lines = kit.applications.reduce((sum, one) => sum + linesOf(one, w).length, 0);
  return {
    name: t('committee:kit.readingSheet'),
    columns: [{ width: 6 }, { width: 26 }, { width: 34 }, { width: 100 }],
    rowCount: lines + 1,
    headingRow: 0,
    rows: rows(),
  };

  function* rows(): Generator<FormRow> {
    const headings = ['number', 'organisation', 'subject', 'content'].map((key) =>
      t(`committee:kit.${key}`),
    );
    yield row(headings, 'heading');
    for (const application of kit.applications) {
      for (const [label, text] of linesOf(application, w)) {
        yield row([application.number, application.organisationName, label, text]);
      }
    }
  }
}

function linesOf(application: KitApplication, w: Wording): [string, string][] {
  const t = w.translate;
  const { title, place, maturity, details } = application;
  return [
    [t('committee:kit.title'), title],
    ...(place === null ? [] : [[t('committee:kit.place'), place] satisfies [string, string]]),
    ...(maturity === null
      ? []
      : [
          [
            t('vocabulary:field.application.maturity'),
            t(`vocabulary:choice.application.maturity.${maturity}`),
          ] satisfies [string, string],
        ]),
    ...details.map(({ kind, label, text }): [string, string] => {
      if (kind === 'summary') return [t('committee:kit.summary'), text];
      if (kind === 'answer') return [label ?? '', text];
      return [t('committee:kit.offer'), text === '' ? (label ?? '') : `${label ?? ''} – ${text}`];
    }),
  ];
}

function guideSheet(kit: Kit, w: Wording): FormSheet {
  const t = w.translate;
  const steps = ['scores', 'abstention', 'comment', 'reading', 'return'] as const;
  const sum = kit.criteria.reduce((all, { weight }) => all + weight, 0);
  const share = (weight: number): string =>
    sum > 0 ? t('committee:kit.share', { share: numberInWords((100 * weight) / sum, w) }) : '';
  const facts: [string, string][] = [
    [t('committee:kit.call'), kit.callTitle],
    [t('committee:kit.phase'), kit.phaseName],
    [t('committee:kit.member'), kit.memberName],
    [t('committee:kit.version'), String(kit.version)],
    [t('committee:kit.madeOn'), formatDate(kit.madeAt, w.language)],
    ...(kit.deadlineOn === null
      ? []
      : [
          [t('committee:kit.deadline'), formatDate(kit.deadlineOn, w.language)] satisfies [
            string,
            string,
          ],
        ]),
  ];
  const all: FormRow[] = [
    row([t('committee:kit.guideTitle')], 'title'),
    row([]),
    ...facts.map((fact) => row(fact)),
    row([]),
    ...steps.map((step, at) =>
      row([at === 0 ? t('committee:kit.howTo') : '', t(`committee:kit.steps.${step}`)]),
    ),
    row([]),
    row(
      [
        t('committee:kit.criterion'),
        t('committee:kit.meaning'),
        t('committee:kit.scaleHeading'),
        t('committee:kit.weight'),
      ],
      'heading',
    ),
    ...kit.criteria.map((one) =>
      row([one.name, one.description ?? '', scaleOf(one, w), share(one.weight)]),
    ),
  ];
  return {
    name: t('committee:kit.guideSheet'),
    columns: [{ width: 30 }, { width: 100 }, { width: 16 }, { width: 14 }],
    rowCount: all.length,
    headingRow: -1,
    rows: all,
  };
}

/** What the program reads back: which kit this is, and what it was made of. */
function identitySheet(kit: Kit): FormSheet {
  const facts: [string, string][] = [
    [KIT_FORMAT, '1'],
    ['storeId', kit.storeId],
    ['kitId', kit.kitId],
    ['phaseId', kit.phaseId],
    ['evaluatorId', kit.evaluatorId],
    ['version', String(kit.version)],
    ['fingerprint', kit.fingerprint],
  ];
  return {
    name: 'rapporteur',
    isHidden: true,
    columns: [{ width: 30 }, { width: 70 }],
    rowCount: facts.length,
    headingRow: -1,
    rows: facts.map((fact) => row(fact, 'code')),
  };
}

/** A kit as a workbook of four sheets: to fill in, to read, how to, and the hidden one. */
export function kitWorkbook(kit: Kit, author: string, w: Wording): FormBook {
  const title = w.translate('committee:kit.fileTitle', {
    phase: kit.phaseName,
    member: kit.memberName,
  });
  return {
    properties: { title, author, date: kit.madeAt, language: w.language },
    sheets: [scoreSheet(kit, w), readingSheet(kit, w), guideSheet(kit, w), identitySheet(kit)],
  };
}
