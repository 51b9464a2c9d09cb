import { column, documentModel, paragraph, section, table } from '#documents/compose.ts';
import type { FlowInput } from '#documents/compose.ts';
import type { DocumentModel } from '#documents/model.ts';

import type { PaperMaking, PaperOptions } from './making.ts';
import { meetingFacts, paperMaking, paperMeta, whenText } from './making.ts';
import type { MeetingPaper, PaperAttendance } from './paper-data.ts';

/** Rows left blank for whoever comes without being expected. */
const BLANK_ROWS = 5;

function roleText({ isGuest, mandate }: PaperAttendance, { t, choice }: PaperMaking): string {
  if (mandate !== null) return choice(`mandate.role.${mandate.role}`);
  return isGuest ? t('guest') : '';
}

/** What stands where one would sign: who is excused does not. */
function signature(line: PaperAttendance, { t, choice }: PaperMaking): FlowInput {
  switch (line.status) {
    case 'excused':
      return choice('attendance.status.excused');
    case 'represented':
      return line.representedByName === null
        ? choice('attendance.status.represented')
        : t('representedBy', { name: line.representedByName });
    default:
      return '';
  }
}

/** The sheet to print and sign. */
export function buildAttendanceSheet(paper: MeetingPaper, options: PaperOptions): DocumentModel {
  const make = paperMaking(options);
  const { t } = make;
  const when = whenText(paper.meeting, make);
  return documentModel({
    meta: paperMeta(make, {
      ...paper,
      title: t('attendanceSheet.title'),
      subtitle: paper.meeting.title,
      kind: 'attendanceSheet',
    }),
    titlePage: {
      isCompact: true,
      dateLabel: when ?? t('dayToCome'),
      facts: meetingFacts(paper, make).slice(when === null ? 0 : 1),
    },
    numbering: 'none',
    hasContents: false,
    sections: [
      section(t('attendanceSheet.participants'), [
        table(
          [
            column(t('column.name'), { weight: 3 }),
            column(t('column.organisation'), { weight: 2.6 }),
            column(t('column.role'), { weight: 1.6 }),
            column(t('column.signature'), { weight: 2.8 }),
          ],
          [
            ...paper.attendance.map((line) => [
              line.name,
              line.organisationName ?? '',
              roleText(line, make),
              signature(line, make),
            ]),
            ...Array.from({ length: BLANK_ROWS }, () => ['\u00a0', '', '', '']),
          ],
          { isForm: true },
        ),
        ...(paper.quorum === null
          ? []
          : [
              paragraph(
                t('quorumNeeded', {
                  needed: paper.quorum.needed,
                  expected: paper.quorum.expected,
                }),
                'small',
              ),
            ]),
      ]),
    ],
  });
}
