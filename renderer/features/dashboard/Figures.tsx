import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '#ui/format.ts';

import classes from './Dashboard.module.css';
import type { DashboardData } from './DashboardScreen.tsx';

type Figure = DashboardData['figures'][number];

/** Figures shown before « all the figures » is asked for. */
const SHOWN = 5;

/** The latest value of each indicator, each with its own date; sources are named once, below. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  const { t } = useTranslation('dashboard');
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? figures : figures.slice(0, SHOWN);
  const sources = [...new Set(shown.flatMap(({ sourceLabel }) => sourceLabel ?? []))];
  return (
    <section aria-labelledby="dashboard-figures" className={classes['figuresBlock']}>
      <h2 id="dashboard-figures" className="r-visually-hidden">
        {t('dashboard:figures.title')}
      </h2>
      <ul className={classes['figures']} id="dashboard-figures-list">
        {shown.map((figure) => (
          <FigureItem
            key={figure.key}
            figure={figure}
            source={figure.sourceLabel === null ? 0 : sources.indexOf(figure.sourceLabel) + 1}
          />
        ))}
      </ul>
      <div className={classes['figuresFoot']}>
        <ol className={classes['sources']} aria-label={t('dashboard:figures.sources')}>
          {sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ol>
        {figures.length > SHOWN ? (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={isWhole}
            aria-controls="dashboard-figures-list"
            onClick={() => setWhole(!isWhole)}
          >
            {isWhole
              ? t('dashboard:figures.fewer')
              : t('dashboard:figures.all', { n: figures.length })}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

interface FigureItemProps {
  readonly figure: Figure;
  /** Number of the source in the list below; 0 when none is known. */
  readonly source: number;
}

function FigureItem({ figure, source }: FigureItemProps) {
  const { t } = useTranslation('dashboard');
  const { number, shortDate } = useFormat();
  const value = number(figure.value);
  return (
    <li className={classes['figure']}>
      <span className={classes['value']}>
        {figure.isMinimum ? t('dashboard:figures.atLeast', { value }) : value}
        {figure.unit === '%' ? '\u202F%' : null}
      </span>
      {hasOwnUnit(figure) ? <span className={classes['unit']}>{figure.unit}</span> : null}
      <span className={classes['label']} title={figure.label}>
        {figure.label}
      </span>
      <span className={classes['origin']}>
        {figure.asOfOn === null
          ? null
          : t('dashboard:figures.on', { day: shortDate(figure.asOfOn) })}
        {source === 0 ? null : (
          <sup aria-label={t('dashboard:figures.source', { source })}>{source}</sup>
        )}
      </span>
    </li>
  );
}

/** Whether the unit says more than the label, which often begins with it. */
function hasOwnUnit({ unit, label }: Figure): boolean {
  return unit !== null && unit !== '%' && !label.toLowerCase().startsWith(unit.toLowerCase());
}
