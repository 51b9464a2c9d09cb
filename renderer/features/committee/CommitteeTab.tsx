import { Select, Tabs } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';

import type { CallSheet, MovePreview, PhaseView } from '#contract/selection.channels.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import styles from './Committee.module.css';
import { Conflicts } from './Conflicts.tsx';
import { Kits } from './Kits.tsx';
import { Results } from './Results.tsx';
import { Scores } from './Scores.tsx';
import { Team } from './Team.tsx';

/** Part of a ranking on its way to a decision: what would change, before anything does. */
export interface RankedMove {
  readonly phaseId: string;
  readonly ids: readonly string[];
  readonly outcome: PhaseView['keptOutcome' | 'otherOutcome'];
  readonly preview: MovePreview;
}

/** Draws a move that waits for confirmation. */
export type DrawMove = (
  move: RankedMove,
  after: { readonly onDone: () => void; readonly onLeave: () => void },
) => ReactNode;

interface CommitteeTabProps {
  readonly callId: string;
  readonly isReadOnly: boolean;
  /** The view shown, as the path says it. */
  readonly openId: string | null;
  readonly go: (id: string | null) => void;
  readonly drawMove: DrawMove;
}

/** What every view of the committee's work is given. */
export interface CommitteeViewProps {
  readonly sheet: CallSheet;
  readonly phase: PhaseView;
  readonly isReadOnly: boolean;
  readonly drawMove: DrawMove;
}

const views: readonly {
  readonly name: string;
  readonly View: ComponentType<CommitteeViewProps>;
}[] = [
  { name: 'team', View: Team },
  { name: 'conflicts', View: Conflicts },
  { name: 'kits', View: Kits },
  { name: 'scores', View: Scores },
  { name: 'results', View: Results },
];

const useChosenPhase = create<Readonly<Record<string, string>>>()(() => ({}));

/** The committee of a call, from its members to its ranking. */
export function CommitteeTab({ callId, isReadOnly, openId, go, drawMove }: CommitteeTabProps) {
  const { t } = useTranslation('committeeScreen');
  const { data: sheet, error } = useQuery('selection:call', { id: callId });
  const chosen = useChosenPhase((state) => state[callId]);
  if (error !== null) return <RefusalNote error={error} />;
  if (sheet === undefined || sheet === null) return null;
  const phases = sheet.phases.filter(({ kind }) => kind === 'committee');
  const phase = phases.find(({ id }) => id === chosen) ?? phases[0];
  if (phase === undefined) {
    return (
      <EmptyScreen icon={IconUsersGroup} title={t('noPhaseTitle')} description={t('noPhaseText')} />
    );
  }
  const view = views.find(({ name }) => name === openId)?.name ?? 'team';
  return (
    <Tabs
      className={styles.tab ?? ''}
      variant="pills"
      value={view}
      keepMounted={false}
      onChange={go}
    >
      <div className={styles.bar}>
        <Tabs.List aria-label={t('views')}>
          {views.map(({ name }) => (
            <Tabs.Tab key={name} value={name} className={styles.pill ?? ''}>
              {t(`view.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {phases.length > 1 && (
          <Select
            size="xs"
            w="18rem"
            aria-label={t('phase')}
            data={phases.map(({ id, name }) => ({ value: id, label: name }))}
            value={phase.id}
            allowDeselect={false}
            onChange={(id) => id !== null && useChosenPhase.setState({ [callId]: id })}
          />
        )}
      </div>
      {views.map(({ name, View }) => (
        <Tabs.Panel key={name} value={name} className={styles.view ?? ''}>
          <View
            key={phase.id}
            sheet={sheet}
            phase={phase}
            isReadOnly={isReadOnly}
            drawMove={drawMove}
          />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
