import { cli as cliEn } from '#i18n/en/cli.ts';
import { documents as documentsEn } from '#i18n/en/documents.ts';
import { errors as errorsEn } from '#i18n/en/errors.ts';
import { registers as registersEn } from '#i18n/en/registers.ts';
import { vocabulary as vocabularyEn } from '#i18n/en/vocabulary.ts';
import { callForm as callFormEn } from '#i18n/en/call-form.ts';
import { callSetup as callSetupEn } from '#i18n/en/call-setup.ts';
import { calendar as calendarEn } from '#i18n/en/calendar.ts';
import { chain as chainEn } from '#i18n/en/chain.ts';
import { contacts as contactsEn } from '#i18n/en/contacts.ts';
import { committee as committeeEn } from '#i18n/en/committee.ts';
import { committeeScreen as committeeScreenEn } from '#i18n/en/committee-screen.ts';
import { dashboard as dashboardEn } from '#i18n/en/dashboard.ts';
import { deliverables as deliverablesEn } from '#i18n/en/deliverables.ts';
import { duplicates as duplicatesEn } from '#i18n/en/duplicates.ts';
import { editions as editionsEn } from '#i18n/en/editions.ts';
import { eventPapers as eventPapersEn } from '#i18n/en/event-papers.ts';
import { exchange as exchangeEn } from '#i18n/en/exchange.ts';
import { firstRun as firstRunEn } from '#i18n/en/first-run.ts';
import { followUp as followUpEn } from '#i18n/en/follow-up.ts';
import { templatesCheck as templatesCheckEn } from '#i18n/en/templates-check.ts';
import { houseStyle as houseStyleEn } from '#i18n/en/house-style.ts';
import { imports as importsEn } from '#i18n/en/imports.ts';
import { indicators as indicatorsEn } from '#i18n/en/indicators.ts';
import { meetingMail as meetingMailEn } from '#i18n/en/meeting-mail.ts';
import { meetingPapers as meetingPapersEn } from '#i18n/en/meeting-papers.ts';
import { meetingTexts as meetingTextsEn } from '#i18n/en/meeting-texts.ts';
import { journal as journalEn } from '#i18n/en/journal.ts';
import { planning as planningEn } from '#i18n/en/planning.ts';
import { record as recordEn } from '#i18n/en/record.ts';
import { reportTexts as reportTextsEn } from '#i18n/en/report-texts.ts';
import { reports as reportsEn } from '#i18n/en/reports.ts';
import { richText as richTextEn } from '#i18n/en/rich-text.ts';
import { search as searchEn } from '#i18n/en/search.ts';
import { activities as activitiesEn } from '#i18n/en/activities.ts';
import { actors as actorsEn } from '#i18n/en/actors.ts';
import { grid as gridEn } from '#i18n/en/grid.ts';
import { meetings as meetingsEn } from '#i18n/en/meetings.ts';
import { needs as needsEn } from '#i18n/en/needs.ts';
import { steering as steeringEn } from '#i18n/en/steering.ts';
import { subGroups as subGroupsEn } from '#i18n/en/sub-groups.ts';
import { eventsScreen as eventsScreenEn } from '#i18n/en/events-screen.ts';
import { selection as selectionEn } from '#i18n/en/selection.ts';
import { selectionPapers as selectionPapersEn } from '#i18n/en/selection-papers.ts';
import { selectionTexts as selectionTextsEn } from '#i18n/en/selection-texts.ts';
import { settings as settingsEn } from '#i18n/en/settings.ts';
import { shell as shellEn } from '#i18n/en/shell.ts';
import { templates as templatesEn } from '#i18n/en/templates.ts';
import { cli } from '#i18n/fr/cli.ts';
import { documents } from '#i18n/fr/documents.ts';
import { errors } from '#i18n/fr/errors.ts';
import { registers } from '#i18n/fr/registers.ts';
import { vocabulary } from '#i18n/fr/vocabulary.ts';
import { callForm } from '#i18n/fr/call-form.ts';
import { callSetup } from '#i18n/fr/call-setup.ts';
import { calendar } from '#i18n/fr/calendar.ts';
import { chain } from '#i18n/fr/chain.ts';
import { contacts } from '#i18n/fr/contacts.ts';
import { committee } from '#i18n/fr/committee.ts';
import { committeeScreen } from '#i18n/fr/committee-screen.ts';
import { dashboard } from '#i18n/fr/dashboard.ts';
import { deliverables } from '#i18n/fr/deliverables.ts';
import { duplicates } from '#i18n/fr/duplicates.ts';
import { editions } from '#i18n/fr/editions.ts';
import { eventPapers } from '#i18n/fr/event-papers.ts';
import { exchange } from '#i18n/fr/exchange.ts';
import { firstRun } from '#i18n/fr/first-run.ts';
import { followUp } from '#i18n/fr/follow-up.ts';
import { houseStyle } from '#i18n/fr/house-style.ts';
import { templatesCheck } from '#i18n/fr/templates-check.ts';
import { imports } from '#i18n/fr/imports.ts';
import { indicators } from '#i18n/fr/indicators.ts';
import { meetingMail } from '#i18n/fr/meeting-mail.ts';
import { meetingPapers } from '#i18n/fr/meeting-papers.ts';
import { meetingTexts } from '#i18n/fr/meeting-texts.ts';
import { journal } from '#i18n/fr/journal.ts';
import { planning } from '#i18n/fr/planning.ts';
import { record } from '#i18n/fr/record.ts';
import { reportTexts } from '#i18n/fr/report-texts.ts';
import { reports } from '#i18n/fr/reports.ts';
import { richText } from '#i18n/fr/rich-text.ts';
import { search } from '#i18n/fr/search.ts';
import { activities } from '#i18n/fr/activities.ts';
import { actors } from '#i18n/fr/actors.ts';
import { grid } from '#i18n/fr/grid.ts';
import { meetings } from '#i18n/fr/meetings.ts';
import { needs } from '#i18n/fr/needs.ts';
import { steering } from '#i18n/fr/steering.ts';
import { subGroups } from '#i18n/fr/sub-groups.ts';
import { eventsScreen } from '#i18n/fr/events-screen.ts';
import { selection } from '#i18n/fr/selection.ts';
import { selectionPapers } from '#i18n/fr/selection-papers.ts';
import { selectionTexts } from '#i18n/fr/selection-texts.ts';
import { settings } from '#i18n/fr/settings.ts';
import { shell } from '#i18n/fr/shell.ts';
import { templates } from '#i18n/fr/templates.ts';

import type { Translated } from './translated.ts';

const french = {
  vocabulary,
  registers,
  errors,
  cli,
  documents,
  activities,
  actors,
  committee,
  committeeScreen,
  calendar,
  chain,
  contacts,
  dashboard,
  deliverables,
  duplicates,
  editions,
  eventPapers,
  exchange,
  firstRun,
  followUp,
  grid,
  houseStyle,
  templatesCheck,
  imports,
  indicators,
  journal,
  meetingMail,
  meetingPapers,
  meetingTexts,
  needs,
  planning,
  record,
  reports,
  richText,
  reportTexts,
  search,
  callForm,
  callSetup,
  eventsScreen,
  selection,
  selectionPapers,
  selectionTexts,
  settings,
  shell,
  meetings,
  steering,
  subGroups,
  templates,
} as const;

const english: Translated<typeof french> = {
  vocabulary: vocabularyEn,
  registers: registersEn,
  errors: errorsEn,
  cli: cliEn,
  documents: documentsEn,
  activities: activitiesEn,
  actors: actorsEn,
  committee: committeeEn,
  committeeScreen: committeeScreenEn,
  calendar: calendarEn,
  chain: chainEn,
  contacts: contactsEn,
  dashboard: dashboardEn,
  deliverables: deliverablesEn,
  duplicates: duplicatesEn,
  editions: editionsEn,
  eventPapers: eventPapersEn,
  exchange: exchangeEn,
  firstRun: firstRunEn,
  followUp: followUpEn,
  grid: gridEn,
  houseStyle: houseStyleEn,
  templatesCheck: templatesCheckEn,
  imports: importsEn,
  indicators: indicatorsEn,
  journal: journalEn,
  meetingMail: meetingMailEn,
  meetingPapers: meetingPapersEn,
  meetingTexts: meetingTextsEn,
  needs: needsEn,
  planning: planningEn,
  record: recordEn,
  reports: reportsEn,
  richText: richTextEn,
  reportTexts: reportTextsEn,
  search: searchEn,
  callForm: callFormEn,
  callSetup: callSetupEn,
  eventsScreen: eventsScreenEn,
  selection: selectionEn,
  selectionPapers: selectionPapersEn,
  selectionTexts: selectionTextsEn,
  settings: settingsEn,
  shell: shellEn,
  meetings: meetingsEn,
  steering: steeringEn,
  subGroups: subGroupsEn,
  templates: templatesEn,
};

/** Every text a person reads, by language and namespace (one file each). */
export const resources = { fr: french, en: english } as const;

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];
export type Namespace = keyof typeof french;
export const namespaces = Object.keys(french) as readonly Namespace[]; // keys of a const object
