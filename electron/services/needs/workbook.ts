import { buyerKinds } from '#domain/actor.ts';
import type { RecordOf } from '#domain/registry.ts';
import { departementNames } from '#domain/territory.ts';
import { formatDate } from '#documents/typography.ts';
import type { FormBook } from '#interop/kit/form-book.ts';
import type { Translate } from '#platform/translate.ts';
import type { AskedCell } from '#services/form-file/page.ts';
import { FormPage } from '#services/form-file/page.ts';
import { needFields } from '#contract/needs.channels.ts';

import type { FormAbout, HeadLine, NeedField } from './layout.ts';
import { headCode, headLines, markOf, needCode, NEEDS } from './layout.ts';

export interface NeedsFormContents {
  readonly survey: RecordOf<'needsSurvey'>;
  readonly segments: readonly string[];
  readonly formId: string;
  /** In whose name it is written; null for a blank form. */
  readonly buyer: RecordOf<'organisation'> | null;
  readonly author: string;
  readonly language: 'fr' | 'en';
}

/** A département as a form names it: `59 – Nord`. */
export const departementWords = (code: string): string =>
  `${code} – ${departementNames[code] ?? code}`;

const kindWord = (kind: (typeof buyerKinds)[number], t: Translate): string =>
  t(`vocabulary:choice.organisation.buyerKind.${kind}`);

function headAsked(line: HeadLine, { buyer }: NeedsFormContents, t: Translate): AskedCell {
  const base = { label: t(`needs:form.head.${line}`), help: t(`needs:form.help.${line}`) };
  switch (line) {
    case 'buyer':
      return { ...base, style: buyer === null ? 'note' : 'text', value: buyer?.name ?? null };
    case 'siret':
      return { ...base, style: buyer?.siret ? 'text' : 'note', value: buyer?.siret ?? null };
    case 'kind':
      return {
        ...base,
        style: 'choice',
        choices: buyerKinds.map((kind) => kindWord(kind, t)),
        value: buyer?.buyerKind ? kindWord(buyer.buyerKind, t) : null,
      };
    case 'departement':
      return {
        ...base,
        style: 'choice',
        choices: Object.keys(departementNames)
          .toSorted((a, b) => a.localeCompare(b, 'fr'))
          .map(departementWords),
        value: buyer?.departementCode ? departementWords(buyer.departementCode) : null,
      };
    case 'respondent':
      return { ...base, style: 'note' };
  }
}

function needAsked(field: NeedField, segments: readonly string[], t: Translate): AskedCell {
  const base = {
    label: t(`needs:form.column.${field}`),
    help: t(`needs:form.columnHelp.${field}`),
  };
  if (field === 'segment' && segments.length > 0) {
    return { ...base, style: 'choice', choices: segments };
  }
  if (field === 'budget') return { ...base, style: 'number', min: 0 };
  return { ...base, style: 'note' };
}

/** The form of a census: who answers, then a line for each need. */
export function needsWorkbook(contents: NeedsFormContents, t: Translate): FormBook {
  const { survey, segments, formId, buyer, author, language } = contents;
  const page = new FormPage({
    listsSheet: t('needs:form.listsSheet'),
    refusal: { number: t('needs:form.refusal.number'), choice: t('needs:form.refusal.choice') },
  });
  const width = needFields.length + 1;
  const about: FormAbout = { surveyId: survey.id, formId, organisationId: buyer?.id ?? '' };
  page.say(survey.title, 'title', markOf(about));
  page.say(t('needs:form.howTo'), 'text');
  if (survey.closesOn !== null) {
    page.say(t('needs:form.closes', { date: formatDate(survey.closesOn, language) }), 'text');
  }
  page.say(t('needs:form.section.buyer'), 'heading', '', width);
  for (const line of headLines) {
    page.ask({ code: headCode(line), ...headAsked(line, contents, t) });
  }
  page.say(t('needs:form.section.needs'), 'heading', '', width);
  page.say(t('needs:form.needsHelp', { count: NEEDS }), 'text');
  const cells = needFields.map((field) => needAsked(field, segments, t));
  page.headings([t('needs:form.number'), ...cells.map(({ label }) => label)]);
  for (let number = 1; number <= NEEDS; number += 1) {
    page.line(needCode(number), String(number), cells);
  }
  return page.book(
    t('needs:form.sheet'),
    [{ width: 34 }, { width: 46 }, { width: 56 }, { width: 34 }, { width: 22 }, { width: 18 }],
    { title: survey.title, author, date: new Date().toISOString(), language },
  );
}
