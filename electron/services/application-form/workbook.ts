import type { FormBook } from '#interop/kit/form-book.ts';
import { formatDate } from '#documents/typography.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { Translator } from '#platform/translate.ts';
import type { AskedLine } from '#services/form-file/page.ts';
import { FormPage } from '#services/form-file/page.ts';

import type { FixedCode } from './layout.ts';
import { fixedCodes, markOf, offerCode, offerParts, OFFERS, questionCode } from './layout.ts';
import type { Question } from './questions.ts';
import { fingerprintOf } from './questions.ts';

export interface FormContents {
  readonly call: RecordOf<'callForInterest'>;
  readonly questions: readonly Question[];
  /** Segments that the call asks solutions for; all of them where it names none. */
  readonly segments: readonly string[];
  readonly author: string;
  readonly language: 'fr' | 'en';
}

type Translate = Translator['t'];

const maturities = ['idea', 'prototype', 'pilot', 'marketed'] as const;
const sections = ['organisation', 'contact', 'response'] as const;

function fixedAsked(code: FixedCode, t: Translate): AskedLine {
  const [section, field] = code.split('.');
  const key = `${section}_${field}` as 'organisation_name'; // one key per code, see the tests
  const base = { code, label: t(`callForm:field.${key}`), help: t(`callForm:help.${key}`) };
  if (code !== 'response.maturity') return { ...base, style: 'note' };
  const choices = maturities.map((one) => t(`vocabulary:choice.application.maturity.${one}`));
  return { ...base, style: 'choice', choices };
}

function offerAsked(offer: number, segments: readonly string[], t: Translate): AskedLine[] {
  return offerParts.map((part) => {
    const choices =
      part === 'segment'
        ? segments
        : part === 'isMarketed'
          ? [t('registers:yes'), t('registers:no')]
          : [];
    return {
      code: offerCode(offer, part),
      label: t(`callForm:offer.${part}`),
      help: t(`callForm:offerHelp.${part}`),
      style: choices.length > 0 ? 'choice' : 'note',
      choices,
    };
  });
}

function questionAsked(question: Question, t: Translate): AskedLine {
  const { id, title, kind, options, isRequired } = question;
  const what = t(`callForm:kind.${kind}`);
  return {
    code: questionCode(id, fingerprintOf(question)),
    label: isRequired ? t('callForm:required', { question: title }) : title,
    help: isRequired ? t('callForm:requiredHelp', { what }) : t('callForm:optionalHelp', { what }),
    style: kind === 'number' ? 'number' : kind === 'choice' ? 'choice' : 'note',
    choices: kind === 'choice' ? options : [],
  };
}

/** The form of a call: who answers, with what, and its typed questions, a line each. */
export function formWorkbook(contents: FormContents, t: Translate): FormBook {
  const { call, questions, segments, author, language } = contents;
  const page = new FormPage({
    listsSheet: t('callForm:listsSheet'),
    refusal: { number: t('callForm:refusal.number'), choice: t('callForm:refusal.choice') },
  });
  page.say(call.title, 'title', markOf(call.id));
  page.say(t('callForm:howTo'), 'text');
  if (call.closesOn !== null) {
    page.say(t('callForm:closes', { date: formatDate(call.closesOn, language) }), 'text');
  }
  for (const section of sections) {
    page.say(t(`callForm:section.${section}`), 'heading');
    for (const code of fixedCodes) {
      if (code.startsWith(`${section}.`)) page.ask(fixedAsked(code, t));
    }
  }
  for (let offer = 1; offer <= OFFERS; offer += 1) {
    page.say(t('callForm:section.offer', { number: offer }), 'heading');
    for (const asked of offerAsked(offer, segments, t)) page.ask(asked);
  }
  if (questions.length > 0) page.say(t('callForm:section.questions'), 'heading');
  for (const question of questions) page.ask(questionAsked(question, t));
  return page.book(t('callForm:sheet'), [{ width: 46 }, { width: 60 }, { width: 56 }], {
    title: call.title,
    author,
    date: new Date().toISOString(),
    language,
  });
}
