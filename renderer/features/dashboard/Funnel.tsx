import { useTranslation } from 'react-i18next';

import { useFormat } from '#ui/format.ts';

import { Card } from './Card.tsx';
import classes from './Dashboard.module.css';
import type { DashboardData } from './DashboardScreen.tsx';

type Step = DashboardData['funnel'][number];

const WIDTH = 240;
const HEIGHT = 44;
/** A step never looks like nothing. */
const THINNEST = 6;

/** How many responses remain after each phase: a list to read, beside slices that narrow. */
export function Funnel({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useTranslation('dashboard');
  const { number } = useFormat();
  const largest = Math.max(1, ...steps.map(({ count }) => count));
  const widthOf = (step: Step | undefined): number =>
    step === undefined ? 0 : Math.max(THINNEST, (WIDTH * step.count) / largest);
  return (
    <Card title={t('dashboard:funnel.title')}>
      <ol className={classes['funnel']}>
        {steps.map((step, index) => (
          <li key={step.key}>
            <span className={classes['funnelLabel']}>
              {step.key === 'received' ? t('dashboard:funnel.received') : step.label}
            </span>
            <Slice
              top={widthOf(step)}
              bottom={Math.min(widthOf(step), widthOf(steps[index + 1] ?? step))}
            />
            <strong className={classes['funnelCount']}>{number(step.count)}</strong>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Slice({ top, bottom }: { readonly top: number; readonly bottom: number }) {
  const middle = WIDTH / 2;
  const points = [
    [middle - top / 2, 0],
    [middle + top / 2, 0],
    [middle + bottom / 2, HEIGHT],
    [middle - bottom / 2, HEIGHT],
  ];
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={classes['slice']}
      aria-hidden="true"
    >
      <polygon points={points.map((point) => point.join(',')).join(' ')} />
    </svg>
  );
}
