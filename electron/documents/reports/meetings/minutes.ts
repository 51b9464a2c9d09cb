import { parseRichText, refsOf } from '#domain/rich-text.ts';
import type { RichText } from '#domain/rich-text.ts';
import { callout, column, documentModel, paragraph, section, table } from '#documents/compose.ts';
import type { FlowInput } from '#documents/compose.ts';
import type { Block, DocumentModel, Section } from '#documents/model.ts';
import { capitalised } from '#documents/reports/wording.ts';

import type { PaperMaking, PaperOptions } from './making.ts';
import { known, meetingFacts, paperMaking, paperMeta, whenText } from './making.ts';
import {
  actionBox,
  actionTable,
  decisionBox,
  decisionTable,
  outcomesOf,
  refForms,
} from './outcomes.ts';
import type { MeetingPaper, PaperAttendance, PaperItem, PaperMinutes } from './paper-data.ts';
import { richParts } from '#documents/rich-blocks.ts';

/** What minutes are written with: the meeting, and what its texts already show. */
interface Writing {
  readonly paper: MeetingPaper;
  readonly make: PaperMaking;
  readonly placed: ReadonlySet<string>;
}

function textsOf({ minutes, addenda }: MeetingPaper): readonly RichText[] {
  return (minutes === null ? addenda : [minutes, ...addenda]).flatMap((one) =>
    [one.body, ...one.items.map(({ body }) => body)].map((body) => parseRichText(body)),
  );
}

const numberedDay = (minutes: PaperMinutes): string | null =>
  minutes.validatedAt?.slice(0, 10) ?? null;

/** « Validé le 3 juin 2017 par … », or that it is a draft. */
function stateText(minutes: PaperMinutes, { t, words }: PaperMaking): string {
  const day = numberedDay(minutes);
  if (minutes.status !== 'validated' || day === null) return t('minutes.draft');
  return minutes.validatedByName === null
    ? t('minutes.validated', { day: words.day(day) })
    : t('minutes.validatedBy', { day: words.day(day), name: minutes.validatedByName });
}

const withOrganisation = ({ name, organisationName }: PaperAttendance): string =>
  organisationName === null ? name : `${name} (${organisationName})`;

/** Who was there, who was not, and whether that made a quorum. */
function attendanceSection({ paper, make }: Writing): Section[] {
  const { t, choice } = make;
  const lines = paper.attendance;
  if (lines.length === 0) return [];
  const members = lines.filter(({ isGuest }) => !isGuest);
  const row = (label: string, some: readonly PaperAttendance[], text = withOrganisation) =>
    some.length === 0 ? [] : [[label, some.map(text).join('\n')] as readonly FlowInput[]];
  const withStatus = (status: string) => members.filter((line) => line.status === status);
  const many = (status: string): string => t(`present.${status}`);
  const rows = [
    ...row(many('present'), withStatus('present')),
    ...row(many('represented'), withStatus('represented'), (line) =>
      line.representedByName === null
        ? withOrganisation(line)
        : t('representedLine', { name: withOrganisation(line), by: line.representedByName }),
    ),
    ...row(many('excused'), withStatus('excused')),
    ...row(many('absent'), withStatus('absent')),
    ...row(many('expected'), withStatus('expected')),
    ...row(
      many('guests'),
      lines.filter(({ isGuest }) => isGuest),
      (line) =>
        line.status === 'present' || line.status === 'expected'
          ? withOrganisation(line)
          : t('guestLine', {
              name: withOrganisation(line),
              state: choice(`attendance.status.${line.status}`),
            }),
    ),
  ];
  const { quorum } = paper;
  return [
    section(
      t('minutes.participants'),
      [
        table(
          [
            column(t('column.attendance'), { weight: 1 }),
            column(t('column.people'), { weight: 3 }),
          ],
          rows,
        ),
        ...(quorum === null
          ? []
          : [
              paragraph(
                t(quorum.isReached ? 'quorumReached' : 'quorumMissed', {
                  counted: quorum.counted,
                  needed: quorum.needed,
                }),
                'small',
              ),
            ]),
      ],
      { isNumbered: false },
    ),
  ];
}

function itemSection(item: PaperItem, writing: Writing): Section {
  const { make, paper, placed } = writing;
  const { t, words } = make;
  const facts = [
    ...(item.presenterName === null ? [] : [t('presentedBy', { name: item.presenterName })]),
    ...(item.subGroupName === null ? [] : [t('ofSubGroup', { name: item.subGroupName })]),
  ];
  const { blocks, sections } = richParts(parseRichText(item.body), refForms(paper, make));
  const isSilent = blocks.length === 0 && sections.length === 0;
  const left: readonly Block[] = [
    ...item.decisions.filter(({ id }) => !placed.has(id)).map((one) => decisionBox(one, make)),
    ...item.actions.filter(({ id }) => !placed.has(id)).map((one) => actionBox(one, make)),
  ];
  const state =
    item.status === 'postponed'
      ? [callout(t('minutes.postponed'), { tone: 'warning' })]
      : isSilent && left.length === 0
        ? [paragraph(t(item.status === 'discussed' ? 'minutes.silent' : 'minutes.notDiscussed'))]
        : [];
  return section(
    item.title,
    [
      ...(facts.length === 0 ? [] : [paragraph(capitalised(words.list(facts)), 'small')]),
      ...blocks,
      // What was decided outside the text comes after it, but never inside its last part.
      ...(sections.length === 0 ? left : []),
      ...state,
    ],
    {
      sections: [
        ...sections,
        ...(sections.length > 0 && left.length > 0
          ? [section(t('minutes.outcomes'), left, { isNumbered: false })]
          : []),
      ],
    },
  );
}

function othersSection({ paper, make, placed }: Writing): Section[] {
  const left = [
    ...paper.otherDecisions
      .filter(({ id }) => !placed.has(id))
      .map((one) => decisionBox(one, make)),
    ...paper.otherActions.filter(({ id }) => !placed.has(id)).map((one) => actionBox(one, make)),
  ];
  return left.length === 0 ? [] : [section(make.t('minutes.others'), left)];
}

/** The decisions and the actions, in two tables. */
function summarySections({ paper, make }: Writing): Section[] {
  const { t } = make;
  const { decisions, actions } = outcomesOf(paper);
  return [
    ...(decisions.length === 0
      ? []
      : [section(t('minutes.decisions'), [decisionTable(decisions, make)], { isNumbered: false })]),
    ...(actions.length === 0
      ? []
      : [section(t('minutes.actions'), [actionTable(actions, make)], { isNumbered: false })]),
  ];
}

function addendumSection(addendum: PaperMinutes, { paper, make }: Writing): Section {
  const { t } = make;
  const forms = refForms(paper, make);
  const opening = richParts(parseRichText(addendum.body), forms);
  const parts = addendum.items.flatMap(({ agendaItemId, body }): Section[] => {
    const { blocks, sections } = richParts(parseRichText(body), forms);
    if (blocks.length === 0 && sections.length === 0) return [];
    const title = paper.items.find(({ id }) => id === agendaItemId)?.title ?? t('minutes.opening');
    return [section(title, blocks, { sections, isNumbered: false })];
  });
  const title =
    addendum.number === null
      ? t('minutes.addendum')
      : t('minutes.addendumNumber', { number: addendum.number });
  return section(title, [paragraph(stateText(addendum, make), 'small'), ...opening.blocks], {
    sections: [...opening.sections, ...parts],
    isNumbered: false,
  });
}

function minutesMeta(paper: MeetingPaper, make: PaperMaking, kind: 'minutes' | 'decisions') {
  const { t } = make;
  const { minutes } = paper;
  const when = whenText(paper.meeting, make);
  return {
    meta: paperMeta(make, {
      ...paper,
      title: t(`${kind}.title`),
      subtitle: paper.meeting.title,
      kind,
    }),
    titlePage: {
      isCompact: true,
      dateLabel: when ?? t('dayUnknown'),
      facts: [
        ...known([t('fact.number'), minutes?.number ?? null]),
        ...meetingFacts(paper, make).slice(when === null ? 0 : 1),
        ...known([
          t('fact.state'),
          minutes === null ? t('minutes.draft') : stateText(minutes, make),
        ]),
      ],
    },
  };
}

function writingOf(paper: MeetingPaper, options: PaperOptions): Writing {
  const placed = textsOf(paper).flatMap((text) => refsOf(text).map(({ attrs }) => attrs.id));
  return { paper, make: paperMaking(options), placed: new Set<string>(placed) };
}

/** The whole minutes: who was there, what was said item by item, what was decided, addenda. */
export function buildMinutes(paper: MeetingPaper, options: PaperOptions): DocumentModel {
  const writing = writingOf(paper, options);
  const { make } = writing;
  const opening = richParts(parseRichText(paper.minutes?.body ?? null), refForms(paper, make));
  const hasOpening = opening.blocks.length > 0 || opening.sections.length > 0;
  return documentModel({
    ...minutesMeta(paper, make, 'minutes'),
    hasContents: false,
    sections: [
      ...attendanceSection(writing),
      ...(hasOpening
        ? [
            section(make.t('minutes.opening'), opening.blocks, {
              sections: opening.sections,
              isNumbered: false,
            }),
          ]
        : []),
      ...paper.items.map((item) => itemSection(item, writing)),
      ...othersSection(writing),
      ...summarySections(writing),
      ...paper.addenda.map((addendum) => addendumSection(addendum, writing)),
    ],
  });
}

/** Only what was decided, and who does what by when. */
export function buildDecisions(paper: MeetingPaper, options: PaperOptions): DocumentModel {
  const writing = writingOf(paper, options);
  const { make } = writing;
  const sections = summarySections(writing);
  return documentModel({
    ...minutesMeta(paper, make, 'decisions'),
    numbering: 'none',
    hasContents: false,
    sections:
      sections.length > 0
        ? sections
        : [section(make.t('decisions.heading'), [paragraph(make.t('decisions.none'))])],
  });
}
