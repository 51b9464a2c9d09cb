import { Button, Group, TextInput, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { LetterRecipient, LettersView } from '#contract/selection-papers.channels.ts';
import type { Id } from '#domain/ids.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { operations } from '#stores/operations.ts';
import { useQuery } from '#stores/use-query.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { problemWords } from './problem-words.ts';
import styles from './SelectionPapers.module.css';

type Template = LettersView['templates'][number];

interface TemplateProps {
  readonly callId: Id<'callForInterest'>;
  readonly template: Template;
  readonly fields: readonly string[];
  /** The application whose letter is shown beside. */
  readonly shown: LetterRecipient | null;
  readonly isReadOnly: boolean;
}

/** The text of the letters about one outcome, edited beside what it makes of one application. */
export function TemplateEditor({ callId, template, fields, shown, isReadOnly }: TemplateProps) {
  const { t } = useTranslation(['selectionPapers', 'selection']);
  const [subject, setSubject] = useState(template.subject);
  const [body, setBody] = useState(template.body);
  const [error, setError] = useState<ApiError | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const isChanged = subject !== template.subject || body !== template.body;

  function insert(field: string): void {
    const at = area.current;
    const [start, end] = [at?.selectionStart ?? body.length, at?.selectionEnd ?? body.length];
    const text = `{${field}}`;
    setBody(body.slice(0, start) + text + body.slice(end));
    requestAnimationFrame(() => {
      at?.focus();
      at?.setSelectionRange(start + text.length, start + text.length);
    });
  }

  async function save(): Promise<void> {
    try {
      setError(null);
      const text = { subject: subject.trim(), body };
      if (template.id === null) {
        await operations.create('letterTemplate', { callId, outcome: template.outcome, ...text });
      } else await operations.update('letterTemplate', template.id, text);
    } catch (thrown) {
      setError(toApiError(thrown));
    }
  }

  return (
    <div className={styles.columns}>
      <div className={styles.card}>
        <p className={styles.quiet}>
          {t('template.title', { outcome: t(`selection:column.${template.outcome}`) })}
        </p>
        <TextInput
          label={t('template.subject')}
          value={subject}
          readOnly={isReadOnly}
          maxLength={300}
          onChange={({ currentTarget }) => setSubject(currentTarget.value)}
        />
        <Textarea
          ref={area}
          label={t('template.body')}
          autosize
          minRows={8}
          maxRows={18}
          value={body}
          readOnly={isReadOnly}
          onChange={({ currentTarget }) => setBody(currentTarget.value)}
        />
        {!isReadOnly && (
          <div className={styles.fields} role="group" aria-label={t('fields.title')}>
            <span className={styles.quiet}>{t('fields.title')}</span>
            {fields.map((field) => (
              <Button
                key={field}
                size="compact-xs"
                variant="default"
                title={t(`fields.${field}`)}
                aria-label={t('fields.insert', { field, what: t(`fields.${field}`) })}
                onClick={() => insert(field)}
              >
                {field}
              </Button>
            ))}
          </div>
        )}
        {template.id === null && <p className={styles.quiet}>{t('template.builtIn')}</p>}
        {error !== null && <RefusalNote error={error} />}
        {isChanged && (
          <Group gap="xs">
            <Button
              size="compact-md"
              disabled={subject.trim() === '' || body.trim() === ''}
              onClick={() => void save()}
            >
              {t('template.save')}
            </Button>
            <Button
              size="compact-md"
              variant="default"
              onClick={() => {
                setSubject(template.subject);
                setBody(template.body);
              }}
            >
              {t('template.revert')}
            </Button>
          </Group>
        )}
      </div>
      <Preview shown={shown} subject={subject} body={body} />
    </div>
  );
}

/** The letter of one application as the text now stands. */
function Preview({
  shown,
  subject,
  body,
}: {
  readonly shown: LetterRecipient | null;
  readonly subject: string;
  readonly body: string;
}) {
  const { t } = useTranslation('selectionPapers');
  const [asked] = useDebouncedValue({ subject, body }, 150);
  const { data: letter } = useQuery(
    'selectionPapers:preview',
    shown === null ? null : { applicationId: shown.applicationId, ...asked },
    { keepPrevious: true },
  );
  return (
    <section className={styles.card} aria-label={t('template.preview')} aria-live="polite">
      <p className={styles.quiet}>
        {shown === null
          ? t('template.noRecipient')
          : `${t('template.previewFor')} n°\u00a0${shown.number} – ${shown.organisationName}`}
      </p>
      {shown !== null && letter !== undefined && (
        <>
          <p className={styles.subject}>{letter.subject}</p>
          <p className={styles.letter}>{letter.body}</p>
          {letter.problems.length > 0 && (
            <p className={styles.warn}>{problemWords(letter.problems, t)}</p>
          )}
        </>
      )}
    </section>
  );
}
