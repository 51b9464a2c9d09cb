import { Skeleton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { FactView } from '#contract/edition.views.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import type { Traced } from '../traced.ts';
import { useFactWords } from '../fact-words.ts';
import classes from './Edition.module.css';

interface FactsPaneProps {
  readonly id: string;
  readonly onTrace: (traced: Traced) => void;
}

/** Every figure that the edition states, with its day and its source; each opens its records. */
export function FactsPane({ id, onTrace }: FactsPaneProps) {
  const { t } = useTranslation('reports');
  const { data, error } = useQuery('editions:facts', { id });
  if (error !== null) return <RefusalNote error={error} />;
  if (data === undefined) return <Skeleton h={200} />;
  const figures = data.filter(({ kind }) => kind === 'figure');
  const sections = [...new Set(figures.map(({ section }) => section))];
  if (figures.length === 0) return <Text size="sm">{t('facts.none')}</Text>;
  return (
    <>
      {sections.map((section) => (
        <section key={section} aria-label={section} className={classes['factGroup']}>
          <h2 className={classes['paneTitle']}>{section}</h2>
          <ul>
            {figures
              .filter((fact) => fact.section === section)
              .map((fact) => (
                <Fact key={fact.key} fact={fact} onTrace={onTrace} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface FactProps {
  readonly fact: FactView;
  readonly onTrace: (traced: Traced) => void;
}

function Fact({ fact, onTrace }: FactProps) {
  const { t } = useTranslation('reports');
  const { date } = useFormat();
  const words = useFactWords();
  const value = words(fact);
  const origin = [
    ...(fact.asOfOn === null ? [] : [t('facts.on', { day: date(fact.asOfOn) })]),
    ...(fact.source === null ? [] : [fact.source]),
  ];
  return (
    <li>
      <button
        type="button"
        className={classes['fact']}
        disabled={fact.records.length === 0}
        onClick={() => onTrace({ text: `${value} – ${fact.label}`, refs: fact.records })}
      >
        <strong>{value}</strong>
        <span>{fact.label}</span>
        {origin.length > 0 && <span className={classes['factOrigin']}>{origin.join(' · ')}</span>}
      </button>
    </li>
  );
}
