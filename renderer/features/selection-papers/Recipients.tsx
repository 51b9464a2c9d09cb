import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { LetterRecipient } from '#contract/selection-papers.channels.ts';
import { useFormat } from '#ui/format.ts';

import { problemWords } from './problem-words.ts';
import styles from './SelectionPapers.module.css';

interface RecipientsProps {
  readonly recipients: readonly LetterRecipient[];
  readonly total: number;
  readonly shownId: string | null;
  readonly onShow: (applicationId: string) => void;
  readonly onMore: () => void;
}

/** Who gets a letter: to whom it goes, and what stands in its way. */
export function Recipients({ recipients, total, shownId, onShow, onMore }: RecipientsProps) {
  const { t } = useTranslation('selectionPapers');
  const format = useFormat();
  const stateOf = ({ problems, lastMadeAt }: LetterRecipient): string => {
    if (problems.length > 0) return problemWords(problems, t);
    return lastMadeAt === null ? t('row.ready') : t('row.madeOn', { day: format.date(lastMadeAt) });
  };
  return (
    <>
      <table className={styles.table} aria-label={t('recipients')}>
        <thead>
          <tr>
            <th scope="col" data-figure>
              {t('row.number')}
            </th>
            <th scope="col">{t('row.organisation')}</th>
            <th scope="col">{t('row.to')}</th>
            <th scope="col">{t('row.state')}</th>
          </tr>
        </thead>
        <tbody>
          {recipients.map((one) => (
            <tr
              key={one.applicationId}
              {...(one.applicationId === shownId ? { 'data-shown': true } : {})}
            >
              <td data-figure>{one.number}</td>
              <td>
                <button
                  type="button"
                  className={styles.who}
                  aria-label={`${one.organisationName} – ${t('row.show', { number: one.number })}`}
                  onClick={() => onShow(one.applicationId)}
                >
                  {one.organisationName}
                </button>
                <div className={styles.quiet}>{one.title}</div>
              </td>
              <td>
                {one.contactName}
                <div className={one.emails.length === 0 ? styles.warn : styles.quiet}>
                  {one.emails.length === 0 ? t('row.noAddress') : one.emails.join(', ')}
                </div>
              </td>
              <td className={one.problems.length > 0 ? styles.warn : undefined}>
                {stateOf(one)}
                {!one.isReleased && <div className={styles.quiet}>{t('row.provisional')}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {recipients.length < total && (
        <Button size="compact-md" variant="default" mt="xs" onClick={onMore}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
