import { useTranslation } from 'react-i18next';

import type { IndicatorView } from '#contract/indicator.views.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Indicators.module.css';
import { useAmounts } from './use-amounts.ts';

const [WIDTH, HEIGHT] = [460, 150];
const [LEFT, RIGHT, TOP, BOTTOM] = [34, 34, 22, 24];
const DAY_MS = 86_400_000;

const daysOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** Where days and values lie in the picture; a value alone lies in the middle. */
function scales(days: readonly string[], values: readonly number[]) {
  const xs = days.map(daysOf);
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = high === low ? 1 : high - low;
  return {
    x: (day: string): number =>
      first === last
        ? WIDTH / 2
        : LEFT + ((daysOf(day) - first) / (last - first)) * (WIDTH - LEFT - RIGHT),
    y: (value: number): number =>
      HEIGHT - BOTTOM - ((value - low) / span) * (HEIGHT - TOP - BOTTOM),
  };
}

/** The values of an indicator over time with its target; the table below it says the same. */
export function Chart({ indicator }: { readonly indicator: IndicatorView }) {
  const { t } = useTranslation('indicators');
  const format = useFormat();
  const { amount, stated } = useAmounts();
  const { measurements, targetValue, targetOn, countedFrom } = indicator;
  if (measurements.length === 0) return null;
  const days = [
    ...measurements.map(({ asOfOn }) => asOfOn),
    ...(targetOn === null ? [] : [targetOn]),
  ];
  const { x, y } = scales(days, [
    ...measurements.flatMap(({ value, counted }) => [value, counted ?? 0]),
    ...(targetValue === null ? [] : [targetValue]),
  ]);
  const labelled = new Set([measurements[0]?.asOfOn, measurements.at(-1)?.asOfOn]);
  const name = t('values.chart', {
    name: indicator.name,
    points: measurements
      .map((one) =>
        t('values.point', { value: stated(one, indicator.unit), day: format.date(one.asOfOn) }),
      )
      .join(', '),
  });
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={name}>
        <line className={styles.axis} x1={LEFT / 2} x2={WIDTH - RIGHT / 2} y1={y(0)} y2={y(0)} />
        {targetValue !== null && (
          <line
            className={styles.target}
            x1={LEFT / 2}
            x2={WIDTH - RIGHT / 2}
            y1={y(targetValue)}
            y2={y(targetValue)}
          />
        )}
        <polyline
          className={styles.curve}
          points={measurements.map(({ asOfOn, value }) => `${x(asOfOn)},${y(value)}`).join(' ')}
        />
        {measurements.map((one) => (
          <g key={one.id}>
            {one.counted !== null && (
              <circle className={styles.countedMark} cx={x(one.asOfOn)} cy={y(one.counted)} r="7" />
            )}
            <circle className={styles.mark} cx={x(one.asOfOn)} cy={y(one.value)} r="3.5" />
            <text className={styles.pointLabel} x={x(one.asOfOn)} y={y(one.value) - 10}>
              {amount(one.value)}
            </text>
            {labelled.has(one.asOfOn) && (
              <text className={styles.dayLabel} x={x(one.asOfOn)} y={HEIGHT - 6}>
                {format.shortDate(one.asOfOn)}
              </text>
            )}
          </g>
        ))}
      </svg>
      <figcaption className={styles.legend}>
        <span data-mark="stated">{t('values.legendStated')}</span>
        {countedFrom !== null && <span data-mark="counted">{t('values.legendCounted')}</span>}
        {targetValue !== null && (
          <span data-mark="target">{t('values.legendTarget', { value: amount(targetValue) })}</span>
        )}
      </figcaption>
    </figure>
  );
}

/** The course of the values at a glance, for the list. */
export function Spark({ indicator: { measurements } }: { readonly indicator: IndicatorView }) {
  if (measurements.length < 2) return null;
  const { x, y } = scales(
    measurements.map(({ asOfOn }) => asOfOn),
    measurements.map(({ value }) => value),
  );
  return (
    <svg className={styles.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <polyline
        points={measurements.map(({ asOfOn, value }) => `${x(asOfOn)},${y(value)}`).join(' ')}
      />
      {measurements.map(({ id, asOfOn, value }) => (
        <circle key={id} cx={x(asOfOn)} cy={y(value)} r="12" />
      ))}
    </svg>
  );
}
