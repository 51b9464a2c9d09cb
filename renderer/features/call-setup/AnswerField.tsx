import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { readAnswer } from '#domain/application-answer.ts';
import type { CallSheet } from '#contract/selection.channels.ts';

type Question = CallSheet['questions'][number];

interface AnswerFieldProps {
  readonly question: Question;
  readonly value: string;
  readonly isReadOnly?: boolean;
  readonly onChange: (text: string) => void;
  /** Leaving the field, or choosing. */
  readonly onDone?: (text: string) => void;
}

/** Why a text is no answer to a question, in words; null for none. */
function useAnswerProblem() {
  const { t } = useTranslation('errors');
  return (question: Question, text: string): string | null => {
    const read = readAnswer(question, text);
    if ('value' in read) return null;
    return t(`application.${read.problem}`, {
      shown: text.trim(),
      question: question.title,
      options: question.options.join(', '),
    });
  };
}

/** The answer to one question, in the control that its type calls for. */
export function AnswerField(props: AnswerFieldProps) {
  const { question, value, isReadOnly = false, onChange, onDone } = props;
  const { t } = useTranslation('callSetup');
  const problemOf = useAnswerProblem();
  const common = {
    size: 'sm' as const,
    label: question.title,
    withAsterisk: question.isRequired,
    value,
    readOnly: isReadOnly,
    error: problemOf(question, value),
  };
  if (question.kind === 'choice') {
    // A choice that is no longer offered stays in sight.
    const isOffered = value === '' || question.options.includes(value);
    return (
      <Select
        {...common}
        value={value === '' ? null : value}
        data={isOffered ? [...question.options] : [...question.options, value]}
        clearable={!isReadOnly}
        clearButtonProps={{ 'aria-label': t('grid:bulk.empty') }}
        onChange={(next) => {
          onChange(next ?? '');
          onDone?.(next ?? '');
        }}
      />
    );
  }
  if (question.kind === 'text') {
    return (
      <Textarea
        {...common}
        autosize
        minRows={1}
        maxRows={12}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onBlur={() => onDone?.(value)}
      />
    );
  }
  return (
    <TextInput
      {...common}
      inputMode={question.kind === 'number' ? 'decimal' : 'text'}
      placeholder={question.kind === 'file' ? t('editor.fileHint') : ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onBlur={() => onDone?.(value)}
      onKeyDown={(event) => event.key === 'Enter' && onDone?.(value)}
    />
  );
}
