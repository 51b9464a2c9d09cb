import { useTranslation } from 'react-i18next';

import { useFormat } from '#ui/format.ts';

import type { Tenure } from './tenure.ts';
import { lanesOf, stateOn, timeScale } from './tenure.ts';
import styles from './Tenure.module.css';

export interface NamedTenure extends Tenure {
  readonly label: string;
}

export interface TenureTimelineProps {
  readonly tenures: readonly NamedTenure[];
  /** The day marked on the scale, YYYY-MM-DD. */
  readonly day: string;
}

/** Who followed whom, drawn on a scale of years; the same is told in words beside it. */
export function TenureTimeline({ tenures, day }: TenureTimelineProps) {
  const { t } = useTranslation('grid');
  const format = useFormat();
  if (tenures.length === 0) return null;
  const scale = timeScale(tenures, day);
  const months = new Intl.DateTimeFormat(format.language, { month: 'short', timeZone: 'UTC' });
  const words = tenures
    .map(({ label, fromOn, toOn }) => `${label}, ${format.period(fromOn, toOn)}`)
    .join(t('form.placesJoin'));
  return (
    <div className={styles.timeline} role="img" aria-label={t('tenure.timeline', { words })}>
      {lanesOf(tenures).map((lane) => (
        <div key={lane[0]?.id} className={styles.lane}>
          {lane.map((tenure) => {
            const left = tenure.fromOn === null ? 0 : scale.place(tenure.fromOn);
            const right = tenure.toOn === null ? 100 : scale.place(tenure.toOn);
            return (
              <div
                key={tenure.id}
                className={styles.bar}
                data-state={stateOn(tenure, day)}
                data-open-start={tenure.fromOn === null || undefined}
                data-open-end={tenure.toOn === null || undefined}
                style={{ left: `${left}%`, width: `${Math.max(1, right - left)}%` }}
                title={`${tenure.label}, ${format.period(tenure.fromOn, tenure.toOn)}`}
              >
                <span>{tenure.label}</span>
              </div>
            );
          })}
        </div>
      ))}
      {day >= scale.fromOn && day <= scale.toOn && (
        <div className={styles.day} style={{ left: `${scale.place(day)}%` }} />
      )}
      {scale.ticks.map((tick) => (
        <span
          key={tick.day}
          className={styles.tick}
          data-year={tick.isYear || undefined}
          style={{ left: `${scale.place(tick.day)}%` }}
        >
          {tick.isYear ? tick.day.slice(0, 4) : months.format(new Date(`${tick.day}T00:00:00Z`))}
        </span>
      ))}
    </div>
  );
}
