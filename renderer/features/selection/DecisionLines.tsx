import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { PhaseDecisionView } from '#contract/selection.channels.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Application.module.css';

/** What each phase decided: the outcome, who, when and why, with what departed from it later. */
export function DecisionLines({ decisions }: { readonly decisions: readonly PhaseDecisionView[] }) {
  const { t } = useTranslation('selection');
  const { date, dateTime } = useFormat();
  return (
    <section>
      <h3 className={styles.heading}>{t('application.decisions')}</h3>
      {decisions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('application.noDecision')}
        </Text>
      )}
      <ol className={styles.decisions}>
        {decisions.map((decision) => (
          <li key={decision.id} className={styles.item}>
            <Text size="xs" c="dimmed">
              {[
                decision.phaseName,
                decision.decidedOn === null ? null : date(decision.decidedOn),
                decision.decidedByName,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </Text>
            <Text size="sm">
              <strong>{t(`place.${decision.outcome}`)}</strong>
              {decision.rank !== null && t('application.rank', { rank: decision.rank })}{' '}
              <Badge size="xs" variant={decision.isReleased ? 'light' : 'outline'}>
                {decision.isReleased ? t('released') : t('provisional')}
              </Badge>
            </Text>
            {[decision.exclusionReasonTitle, decision.reason].map((reason) =>
              reason === null ? null : (
                <Text key={reason} size="sm">
                  {reason}
                </Text>
              ),
            )}
            {decision.exceptions.map((exception) => (
              <Text key={exception.id} size="sm" style={{ color: 'var(--r-warning)' }}>
                {t('application.exception', {
                  from: t(`place.${exception.fromOutcome}`),
                  to: t(`place.${exception.toOutcome}`),
                  at: dateTime(exception.statedAt),
                  reason: exception.reason,
                })}
              </Text>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
