import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ComparisonView, FactChange } from '#contract/edition.views.ts';
import { useFormat } from '#ui/format.ts';

import classes from './Changes.module.css';
import type { Traced } from './traced.ts';
import { useFactWords } from './fact-words.ts';

interface ChangeListProps {
  readonly comparison: ComparisonView;
  readonly onTrace: (traced: Traced) => void;
}

/** Whether what is stated differs, not merely its day or where it comes from. */
const isOther = ({ change, aspects }: FactChange): boolean =>
  change !== 'changed' || aspects.includes('value');

/** The same again, on another day or by another document. */
const isRestated = ({ change, aspects }: FactChange): boolean =>
  change === 'changed' && aspects.every((aspect) => aspect === 'asOfOn' || aspect === 'source');

/** Figures first, those that moved before the others: they are what a reader looks for. */
const rank = (change: FactChange): number =>
  (change.kind === 'figure' ? 0 : 2) + (isOther(change) ? 0 : 1);

/** What appeared, changed and vanished, section by section, each with what lies behind it. */
export function ChangeList({ comparison, onTrace }: ChangeListProps) {
  const { t } = useTranslation('reports');
  const { changes, appeared, changed, vanished, unchanged } = comparison;
  const restated = changes.filter(isRestated).length;
  const withFigures = new Set(
    changes.flatMap((change) => (change.kind === 'figure' ? [change.section] : [])),
  );
  const sections = [...new Set(changes.map(({ section }) => section))].toSorted(
    (one, other) => Number(withFigures.has(other)) - Number(withFigures.has(one)),
  );
  return (
    <div className={classes['changes']}>
      <p className={classes['sum']} role="status">
        {changes.length === 0
          ? t('changes.none', { count: unchanged })
          : [
              t('changes.changed', { count: changed - restated }),
              t('changes.appeared', { count: appeared }),
              t('changes.vanished', { count: vanished }),
              ...(restated === 0 ? [] : [t('changes.restated', { count: restated })]),
              t('changes.unchanged', { count: unchanged }),
            ].join(' · ')}
      </p>
      {sections.map((section) => (
        <section key={section} aria-label={section}>
          <h2 className={classes['section']}>{section}</h2>
          <ul className={classes['list']}>
            {changes
              .filter((change) => change.section === section)
              .toSorted((one, other) => rank(one) - rank(other))
              .map((change) => (
                <Change key={change.key} change={change} onTrace={onTrace} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface ChangeProps {
  readonly change: FactChange;
  readonly onTrace: (traced: Traced) => void;
}

function Change({ change, onTrace }: ChangeProps) {
  const { t } = useTranslation('reports');
  const { number } = useFormat();
  const { label, change: kind, before, after, difference, aspects } = change;
  const mark = isRestated(change) ? 'restated' : kind;
  const others = aspects.filter((aspect) => aspect !== 'value' && aspect !== 'asOfOn');
  return (
    <li
      className={classes['change']}
      data-change={kind}
      data-kind={change.kind}
      data-same={!isOther(change) || undefined}
    >
      <span className={classes['what']}>
        <Badge variant="light" tt="none" className={classes['mark'] ?? ''} data-change={mark}>
          {t(`changes.mark.${mark}`)}
        </Badge>
        <span>{label}</span>
      </span>
      <span className={classes['sides']}>
        {before !== null && <Side fact={before} label={label} isFormer onTrace={onTrace} />}
        {before !== null && after !== null && (
          <span aria-hidden="true" className={classes['arrow']}>
            →
          </span>
        )}
        {after !== null && <Side fact={after} label={label} isFormer={false} onTrace={onTrace} />}
        {difference !== null && difference !== 0 && (
          <span className={classes['difference']}>
            {difference > 0 ? '+' : '−'}
            {number(Math.abs(difference))}
          </span>
        )}
      </span>
      {others.length > 0 && (
        <Text size="xs" c="dimmed">
          {others.map((aspect) => t(`changes.aspect.${aspect}`)).join(' · ')}
        </Text>
      )}
    </li>
  );
}

interface SideProps {
  readonly fact: NonNullable<FactChange['before']>;
  readonly label: string;
  readonly isFormer: boolean;
  readonly onTrace: (traced: Traced) => void;
}

/** What one of the two editions states, on its day; opens the records behind it. */
function Side({ fact, label, isFormer, onTrace }: SideProps) {
  const { t } = useTranslation('reports');
  const { shortDate } = useFormat();
  const words = useFactWords();
  const value = words(fact);
  const Value = isFormer ? 'del' : 'ins';
  const content = (
    <>
      <Value>{value}</Value>
      {fact.asOfOn !== null && (
        <span className={classes['day']}>{t('facts.on', { day: shortDate(fact.asOfOn) })}</span>
      )}
    </>
  );
  if (fact.records.length === 0) return <span className={classes['side']}>{content}</span>;
  return (
    <button
      type="button"
      className={classes['side']}
      onClick={() => onTrace({ text: `${value} – ${label}`, refs: fact.records })}
    >
      {content}
      <span className="r-visually-hidden">
        {t(isFormer ? 'changes.formerRecords' : 'changes.laterRecords', { label })}
      </span>
    </button>
  );
}
