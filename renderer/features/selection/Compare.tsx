import { Button, Group, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import styles from './Compare.module.css';
import { ApplicationBody, ApplicationHead } from './ApplicationPanel.tsx';
import { DecisionLines } from './DecisionLines.tsx';

interface CompareProps {
  /** Two to four. */
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

/** Two to four responses side by side: what they say, their scores, what was decided. */
export function Compare({ ids, onClose }: CompareProps) {
  const { t } = useTranslation('selection');
  const { number } = useFormat();
  const { data, error } = useQuery('selection:compare', { ids: [...ids] });
  return (
    // Esc leaves from anywhere within; the button has the keyboard at first.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.frame}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <Group gap="md">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowLeft size="1rem" aria-hidden />}
          onClick={onClose}
        >
          {t('compare.close')}
        </Button>
        <h2 className={styles.title}>{t('compare.title')}</h2>
      </Group>
      {error !== null && <RefusalNote error={error} />}
      <div className={styles.columns}>
        {(data ?? []).map(({ application, criteria }) => (
          <article key={application.id} className={styles.column}>
            <h3 className={styles.who}>
              {t('triage.who', {
                number: application.number,
                name: application.organisation.name,
              })}
            </h3>
            <ApplicationHead sheet={application} />
            {criteria.length > 0 && (
              <section>
                <h4 className={styles.heading}>{t('compare.scores')}</h4>
                {criteria.map(({ criterionId, name, mean, scaleMax }) => (
                  <Text key={criterionId} size="sm">
                    {mean === null
                      ? t('compare.noScore', { name })
                      : t('compare.score', { name, mean: number(mean), max: number(scaleMax) })}
                  </Text>
                ))}
              </section>
            )}
            <ApplicationBody sheet={application} />
            <DecisionLines decisions={application.decisions} />
          </article>
        ))}
      </div>
    </div>
  );
}
