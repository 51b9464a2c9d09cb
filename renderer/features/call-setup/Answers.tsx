import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ApplicationSheet, CallSheet } from '#contract/selection.channels.ts';
import { readAnswer } from '#domain/application-answer.ts';
import { reportError } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';
import { Section } from '#ui/record-form/Section.tsx';

import { AnswerField } from './AnswerField.tsx';

interface AnswersProps {
  readonly call: CallSheet;
  readonly application: ApplicationSheet;
  readonly isReadOnly: boolean;
}

/** What a response answers to the call's questions; each answer is saved on leaving it. */
export function Answers({ call, application, isReadOnly }: AnswersProps) {
  const { t } = useTranslation('callSetup');
  const missing = application.answers.filter(
    ({ isRequired, value }) => isRequired && (value ?? '').trim() === '',
  ).length;
  return (
    <Section title={t('editor.answers')} count={call.questions.length} anchor="answers">
      {call.questions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('editor.noQuestion')}
        </Text>
      )}
      {missing > 0 && (
        <Text size="sm" c="var(--r-warning)" mb="xs">
          {t('editor.missing', { count: missing })}
        </Text>
      )}
      <Stack gap="xs">
        {call.questions.map((question) => {
          const held = application.answers.find(({ questionId }) => questionId === question.id);
          return (
            <Answer
              key={question.id}
              applicationId={application.id}
              question={question}
              held={held?.value ?? ''}
              isReadOnly={isReadOnly}
            />
          );
        })}
      </Stack>
    </Section>
  );
}

interface AnswerProps {
  readonly applicationId: string;
  readonly question: CallSheet['questions'][number];
  readonly held: string;
  readonly isReadOnly: boolean;
}

function Answer({ applicationId, question, held, isReadOnly }: AnswerProps) {
  const [typed, setTyped] = useState<{ text: string; over: string } | null>(null);
  const text = typed !== null && typed.over === held ? typed.text : held;

  function save(value: string): void {
    const read = readAnswer(question, value);
    // What is no answer stays as typed, with the reason under it.
    if ('problem' in read || (read.value ?? '') === held) return;
    operations
      .perform('applicationForm:answer', { applicationId, questionId: question.id, value })
      .catch(reportError);
  }

  return (
    <AnswerField
      question={question}
      value={text}
      isReadOnly={isReadOnly}
      onChange={(next) => setTyped({ text: next, over: held })}
      onDone={save}
    />
  );
}
