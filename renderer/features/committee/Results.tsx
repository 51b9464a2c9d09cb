import { useDebouncedValue } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { RankedApplicationView } from '#contract/committee.channels.ts';
import { reportError } from '#stores/activity.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { SplitView } from '#ui/record-form/SplitView.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import styles from './Committee.module.css';
import { focusCurrent } from './focus-current.ts';
import type { CommitteeViewProps, RankedMove } from './CommitteeTab.tsx';
import { Discussion } from './Discussion.tsx';
import { KeepFirst } from './KeepFirst.tsx';
import { Ranking } from './Ranking.tsx';
import { RankDetail } from './RankDetail.tsx';
import { decideRest } from './ranked-moves.ts';
import { Severity } from './Severity.tsx';

/** The ranking with all that tells how firm it is, and the way from it to decisions. */
export function Results({ phase, isReadOnly, drawMove }: CommitteeViewProps) {
  const { t } = useTranslation('committeeScreen');
  const frame = useRef<HTMLDivElement>(null);
  const { number } = useFormat();
  const [open, setOpen] = useState<RankedApplicationView | null>(null);
  const [move, setMove] = useState<RankedMove | null>(null);
  /** Set once the first are kept: what follows is about the others. */
  const [isRest, setRest] = useState(false);
  const usual = phase.quotaMax ?? phase.quotaMin ?? 0;
  const [wanted, setWanted] = useState<number | null>(null);
  const keeps = wanted ?? usual;
  const [cut] = useDebouncedValue(keeps, 250);
  const phaseId = phase.id;
  const { data: head, error } = useQuery(
    'committee:results',
    { phaseId, limit: 1 },
    { keepPrevious: true },
  );
  const { data: evaluators } = useQuery(
    'committee:evaluators',
    { phaseId, today: localToday() },
    { keepPrevious: true },
  );
  const { data: method } = useQuery(
    'committee:method',
    { phaseId, today: localToday() },
    { keepPrevious: true },
  );
  if (error !== null) {
    return (
      <div className={styles.scroll}>
        <RefusalNote error={error} />
      </div>
    );
  }
  if (head === undefined) return null;
  const { ranked, total, scale } = head;
  const ignored = head.ignored.recused + head.ignored.outOfScale;
  const facts = [
    t('results.scale', {
      scale: t('scores.scale', { min: number(scale.min), max: number(scale.max) }),
    }),
    t(head.method === 'median' ? 'results.byMedian' : 'results.byMean'),
    t(head.isNormalised ? 'results.normalised' : 'results.notNormalised'),
    ...(ignored > 0 ? [t('results.ignored', { count: ignored })] : []),
  ];
  const list = (
    <div className={styles.frame} ref={frame}>
      <div className={styles.tools}>
        <span className={styles.quiet}>{facts.join(t('returns.and'))}</span>
        {!isReadOnly && (
          <KeepFirst
            phase={phase}
            count={keeps}
            ranked={ranked}
            onCount={setWanted}
            onMove={(next) => {
              setOpen(null);
              setRest(false);
              setMove(next);
            }}
          />
        )}
      </div>
      <div className={styles.results}>
        <Ranking
          phaseId={phase.id}
          total={total}
          ranked={ranked}
          cut={cut}
          openId={open?.applicationId ?? null}
          onOpen={(row) => {
            setMove(null);
            setOpen(row);
          }}
        />
        <aside className={styles.side} aria-label={t('results.discussion')}>
          <Discussion phaseId={phase.id} cut={cut} onOpen={setOpen} />
          {evaluators !== undefined && (
            <Severity evaluators={evaluators.evaluators} scale={evaluators.scale} />
          )}
        </aside>
      </div>
    </div>
  );
  const closeMove = (): void => setMove(null);
  /** Those that were not kept are asked about next; they may as well wait. */
  const afterKeeping = (kept: number): void => {
    closeMove();
    decideRest(phase, kept, total).then((rest) => {
      setRest(true);
      setMove(rest);
    }, reportError);
  };
  const panelOf = () => {
    if (move !== null) {
      const { length } = move.ids;
      const onDone = isRest ? closeMove : () => afterKeeping(length);
      return {
        id: isRest ? 'rest' : 'keep',
        title: t(isRest ? 'results.restTitle' : 'results.keepTitle', {
          count: length,
          n: length,
          outcome: t(`vocabulary:choice.phaseDecision.outcome.${move.outcome}`),
        }),
        takesFocus: true,
        isInList: false,
        onRemove: null,
        body: drawMove(move, { onDone, onLeave: closeMove }),
      };
    }
    if (open === null) return null;
    return {
      id: open.applicationId,
      title: t('results.detail.title', { number: open.number, name: open.organisationName }),
      takesFocus: true,
      isInList: false,
      onRemove: null,
      body: (
        <RankDetail
          key={open.applicationId}
          phaseId={phase.id}
          row={open}
          ranked={ranked}
          total={total}
          cut={cut}
          criteria={method?.criteria ?? []}
        />
      ),
    };
  };
  return (
    <SplitView
      list={list}
      panel={panelOf()}
      onClose={() => {
        setMove(null);
        setOpen(null);
        focusCurrent(frame.current);
      }}
      onStep={() => undefined}
    />
  );
}
