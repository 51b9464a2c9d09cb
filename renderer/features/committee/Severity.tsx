import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { EvaluatorView } from '#contract/committee.channels.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Committee.module.css';

interface SeverityProps {
  readonly evaluators: readonly EvaluatorView[];
  readonly scale: { readonly min: number; readonly max: number };
}

/** Differences smaller than this share of the scale say nothing. */
const EVEN = 0.005;

/** How each member scores beside the others, on applications that they have in common. */
export function Severity({ evaluators, scale }: SeverityProps) {
  const { t } = useTranslation('committeeScreen');
  const { number } = useFormat();
  const size = scale.max - scale.min;
  const most = Math.max(size / 10, ...evaluators.map(({ severity }) => Math.abs(severity ?? 0)));
  return (
    <section>
      <h2 className={styles.heading}>{t('results.evaluators')}</h2>
      <Text size="xs" c="dimmed">
        {t('results.evaluatorsText')}
      </Text>
      <ul className={styles.severity}>
        {evaluators.map(({ personId, name, severity }) => {
          const by = { by: number(Math.round(100 * Math.abs(severity ?? 0)) / 100) };
          const words =
            severity === null
              ? t('results.noneInCommon')
              : Math.abs(severity) < EVEN * size
                ? t('results.even')
                : t(severity < 0 ? 'results.severe' : 'results.generous', by);
          const share = (50 * Math.abs(severity ?? 0)) / most;
          return (
            <li key={personId}>
              <span>{name}</span>
              <span className={styles.quiet}>{words}</span>
              <span className={styles.axis} aria-hidden>
                <span
                  data-side={(severity ?? 0) < 0 ? 'severe' : 'generous'}
                  style={{ width: `${share}%` }}
                />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
