import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { reportError } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';
import { OrderedList } from '#ui/OrderedList.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import type { CallPartProps } from './About.tsx';
import { Fields } from './Fields.tsx';
import styles from './Setup.module.css';

/** The typed questions that a call asks, in their order. */
export function Questions({ call, isReadOnly }: CallPartProps) {
  const { t } = useTranslation('callSetup');
  const { questions } = call;
  const position = Math.max(0, ...questions.map((question) => question.position)) + 1;
  return (
    <Section
      title={t('questions.title')}
      count={questions.length}
      anchor="questions"
      action={
        isReadOnly ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => {
              const values = { callId: call.id, position, title: t('questions.new') };
              recordPort.create('callQuestion', values).catch(recordPort.report);
            }}
          >
            {t('questions.add')}
          </Button>
        )
      }
    >
      <Text size="xs" c="dimmed" mb="xs">
        {t(questions.length === 0 ? 'questions.none' : 'move.hint')}
      </Text>
      <OrderedList
        look="cards"
        nameOf={({ name }) => name}
        label={t('questions.title')}
        items={questions.map((question) => ({ ...question, name: question.title }))}
        isReadOnly={isReadOnly}
        onOrder={(ids) =>
          operations
            .perform('applicationForm:order', {
              callId: call.id,
              table: 'callQuestion',
              ids: [...ids],
            })
            .catch(reportError)
        }
        onRemove={({ id }) => void recordPort.remove('callQuestion', [id]).catch(recordPort.report)}
      >
        {(question) => (
          <>
            <Fields
              table="callQuestion"
              record={question}
              names={[
                'title',
                'kind',
                'isRequired',
                ...(question.kind === 'choice' ? ['options'] : []),
              ]}
              wide={['title', 'options']}
              isReadOnly={isReadOnly}
            />
            {question.kind === 'choice' && question.options.length === 0 && (
              <div className={styles.warning}>{t('questions.noOptions')}</div>
            )}
            {question.answers > 0 && (
              <div className={styles.quiet}>
                {t('questions.answers', { count: question.answers })}
              </div>
            )}
          </>
        )}
      </OrderedList>
    </Section>
  );
}
