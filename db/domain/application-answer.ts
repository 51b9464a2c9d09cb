import type { RecordOf } from './registry.ts';

type Question = Pick<RecordOf<'callQuestion'>, 'kind' | 'options'>;

/** Why a text is no answer to a question. */
export type AnswerProblem = 'notANumber' | 'notAnOption';

const BLANKS = /[\s\u00A0\u202F]+/gu;

/** One writing of a choice, without case, accents and the signs that spreadsheets cannot list. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[,;\s\u00A0\u202F]+/gu, ' ')
    .trim();

/**
 * Reads what somebody typed as the answer to a typed question: numbers with a point or a comma and
 * grouped or not, choices in whatever case. Blank is no answer (`value` null), never a problem.
 */
export function readAnswer(
  { kind, options }: Question,
  text: string | null,
): { readonly value: string | null } | { readonly problem: AnswerProblem } {
  const typed = (text ?? '').trim();
  if (typed === '') return { value: null };
  if (kind === 'number') {
    const digits = typed.replaceAll(BLANKS, '').replace(',', '.');
    return /^[+-]?\d+(?:\.\d+)?$/.test(digits)
      ? { value: digits.replace(/^\+/, '') }
      : { problem: 'notANumber' };
  }
  if (kind === 'choice') {
    const found =
      options.find((option) => option === typed) ??
      options.find((option) => plain(option) === plain(typed));
    return found === undefined ? { problem: 'notAnOption' } : { value: found };
  }
  return { value: typed };
}
