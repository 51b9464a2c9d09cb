import type {
  FormBook,
  FormCellRule,
  FormRow,
  FormRule,
  FormSheet,
  FormStyle,
} from '#interop/kit/form-book.ts';
import { columnLetters, quoteSheetName } from '#interop/spreadsheet-limits.ts';
import { formatDate } from '#documents/typography.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { Translator } from '#platform/translate.ts';

import type { FixedCode } from './layout.ts';
import { fixedCodes, markOf, offerCode, offerParts, OFFERS, questionCode } from './layout.ts';
import type { Question } from './questions.ts';
import { fingerprintOf } from './questions.ts';

const ANSWER = 2;
/** Beyond what anybody answers, and exact in every program. */
const LARGEST = 1e15;

export interface FormContents {
  readonly call: RecordOf<'callForInterest'>;
  readonly questions: readonly Question[];
  /** Segments that the call asks solutions for; all of them where it names none. */
  readonly segments: readonly string[];
  readonly author: string;
  readonly language: 'fr' | 'en';
}

interface Asked {
  readonly code: string;
  readonly label: string;
  readonly help: string;
  readonly style: FormStyle;
  readonly choices?: readonly string[];
}

type Translate = Translator['t'];

const maturities = ['idea', 'prototype', 'pilot', 'marketed'] as const;
const sections = ['organisation', 'contact', 'response'] as const;

function fixedAsked(code: FixedCode, t: Translate): Asked {
  const [section, field] = code.split('.');
  const key = `${section}_${field}` as 'organisation_name'; // one key per code, see the tests
  const base = { code, label: t(`callForm:field.${key}`), help: t(`callForm:help.${key}`) };
  if (code !== 'response.maturity') return { ...base, style: 'note' };
  const choices = maturities.map((one) => t(`vocabulary:choice.application.maturity.${one}`));
  return { ...base, style: 'choice', choices };
}

function offerAsked(offer: number, segments: readonly string[], t: Translate): Asked[] {
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

function questionAsked(question: Question, t: Translate): Asked {
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

/** Gathers rows, and the lists that their cells choose from. */
class Rows {
  readonly rows: FormRow[] = [];
  readonly rules: FormCellRule[] = [];
  readonly lists: (readonly string[])[] = [];
  readonly #listsName: string;
  readonly #t: Translate;

  constructor(listsName: string, t: Translate) {
    this.#listsName = listsName;
    this.#t = t;
  }

  say(text: string, style: FormStyle, code = ''): void {
    this.rows.push({
      cells: [
        { style: 'code', value: code },
        { style, value: text },
        ...(style === 'heading' ? [1, 2].map(() => ({ style, value: '' })) : []),
      ],
    });
  }

  ask({ code, label, help, style, choices = [] }: Asked): void {
    this.rows.push({
      cells: [
        { style: 'code', value: code },
        { style: 'text', value: label },
        { style, value: null },
        { style: 'text', value: help },
      ],
    });
    const rule = this.#ruleOf(label, help, style, choices);
    if (rule !== null) this.rules.push({ row: this.rows.length, column: ANSWER, rule });
  }

  #ruleOf(
    label: string,
    help: string,
    style: FormStyle,
    choices: readonly string[],
  ): FormRule | null {
    if (style === 'number') {
      const refusal = this.#t('callForm:refusal.number');
      return { kind: 'decimal', min: -LARGEST, max: LARGEST, title: label, help, refusal };
    }
    if (choices.length === 0) return null;
    this.lists.push(choices);
    const letters = columnLetters(this.lists.length - 1);
    const range = `${quoteSheetName(this.#listsName)}!$${letters}$1:$${letters}$${choices.length}`;
    const refusal = this.#t('callForm:refusal.choice');
    return { kind: 'list', choices, range, title: label, help, refusal };
  }
}

function listsSheet(name: string, lists: readonly (readonly string[])[]): FormSheet {
  const height = Math.max(0, ...lists.map(({ length }) => length));
  const rows = Array.from({ length: height }, (_, at): FormRow => ({
    cells: lists.map((list) => ({ style: 'code', value: list[at] ?? null })),
  }));
  return {
    name,
    isHidden: true,
    columns: lists.map(() => ({ width: 30 })),
    rows,
    rowCount: height,
    headingRow: -1,
  };
}

/** The form of a call: who answers, with what, and its typed questions, a line each. */
export function formWorkbook(contents: FormContents, t: Translate): FormBook {
  const { call, questions, segments, author, language } = contents;
  const listsName = t('callForm:listsSheet');
  const page = new Rows(listsName, t);
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
  const form: FormSheet = {
    name: t('callForm:sheet'),
    columns: [{ width: 10, isHidden: true }, { width: 46 }, { width: 60 }, { width: 56 }],
    rows: page.rows,
    rowCount: page.rows.length,
    headingRow: -1,
    cellRules: page.rules,
  };
  return {
    properties: { title: call.title, author, date: new Date().toISOString(), language },
    sheets: page.lists.length === 0 ? [form] : [form, listsSheet(listsName, page.lists)],
  };
}
