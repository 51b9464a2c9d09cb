import { documentModel } from '#documents/compose.ts';
import type { DocumentModel } from '#documents/model.ts';
import type { EditionOptions } from '#documents/reports/edition-making.ts';
import { agenda, closing, documentMeta, ifAny, titleFacts } from '#documents/reports/parts.ts';

import type { ActivityReportData } from './data.ts';
import { activityMaking } from './making.ts';
import {
  activitiesSections,
  deliverablesSection,
  eventsSection,
  meetingsSection,
  outcomesSections,
  selectionSection,
  subGroupsSection,
} from './work.ts';
import {
  censusSection,
  chainSection,
  figuresSection,
  nextYearSection,
  objectivesSection,
} from './year.ts';

/** The activity report (« rapport d’activité »): all that a group did in a year, and goes on with. */
export function buildActivityReport(
  data: ActivityReportData,
  options: EditionOptions,
): DocumentModel {
  const make = activityMaking(data, options);
  const { base, e, words } = make;
  const { year } = data;
  const sections = [
    figuresSection(make),
    objectivesSection(make),
    ...ifAny(subGroupsSection(make)),
    ...ifAny(meetingsSection(make)),
    ...outcomesSections(make),
    ...ifAny(deliverablesSection(make)),
    ...activitiesSections(make),
    ...ifAny(eventsSection(make)),
    ...ifAny(selectionSection(make)),
    ...ifAny(censusSection(make)),
    ...ifAny(chainSection(make)),
    nextYearSection(make, agenda(base)),
    ...closing(base),
  ];
  return documentModel({
    meta: documentMeta(
      base,
      e('activityTitle', { year }),
      e('activitySubject', { date: words.day(data.asOfOn) }),
    ),
    titlePage: { dateLabel: e('activityDate', { year }), facts: titleFacts(base) },
    sections,
    sources: base.tracer.sources(),
  });
}
