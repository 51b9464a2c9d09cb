import { Anchor, Button, Text } from '@mantine/core';
import { IconArrowForward, IconCheck, IconListTree, IconRotate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { ObjectiveInYear, ObjectiveView, YearResult } from '#contract/steering.views.ts';
import { recordPath } from '#stores/navigation.store.ts';
import { recordPort } from '#stores/record-port.ts';
import { RecordHistory } from '#ui/record-form/RecordHistory.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { StoredForm } from '#ui/record-form/StoredForm.tsx';

import { CloseForm } from './CloseForm.tsx';
import { doWrite } from './do-write.ts';
import { Lineage } from './Lineage.tsx';
import styles from './Objectives.module.css';
import type { Deed } from './ObjectiveTree.tsx';
import { Obtained } from './Obtained.tsx';
import { SplitForm } from './SplitForm.tsx';

interface ObjectivePanelProps {
  readonly objective: ObjectiveView;
  readonly results: readonly YearResult[];
  readonly isReadOnly: boolean;
  /** The form that is open above the record. */
  readonly deed: Deed | null;
  readonly onDeed: (deed: Deed | null) => void;
  /** Once a form is done with, the list takes the keyboard back. */
  readonly onDone: () => void;
  readonly pathOf: (objective: ObjectiveInYear) => string;
}

/** An objective beside the list: its way through the years, what it obtained, its fields. */
export function ObjectivePanel(props: ObjectivePanelProps) {
  const { objective, isReadOnly, deed, onDeed } = props;
  const { t } = useTranslation('steering');
  const { id, state, indicators } = objective;
  const isOld = state === 'restated';
  return (
    <>
      {!isReadOnly && !isOld && <Actions objective={objective} deed={deed} onDeed={onDeed} />}
      {deed === 'split' && (
        <SplitForm objective={objective} onDone={props.onDone} onLeave={() => onDeed(null)} />
      )}
      {deed === 'close' && (
        <CloseForm objective={objective} onDone={props.onDone} onLeave={() => onDeed(null)} />
      )}
      <Lineage objective={objective} pathOf={props.pathOf} />
      <StoredForm table="objective" id={id} port={recordPort} isReadOnly={isReadOnly} />
      <Obtained objective={objective} results={props.results} isReadOnly={isReadOnly} />
      {indicators.length > 0 && (
        <Section title={t('panel.indicators')} count={indicators.length}>
          {indicators.map((indicator) => (
            <Text key={indicator.id} size="sm">
              <Anchor component={Link} href={recordPath('indicator', indicator.id)}>
                {indicator.label}
              </Anchor>
            </Text>
          ))}
        </Section>
      )}
      <RecordHistory table="objective" id={id} port={recordPort} isReadOnly={isReadOnly} />
    </>
  );
}

interface ActionsProps {
  readonly objective: ObjectiveView;
  readonly deed: Deed | null;
  readonly onDeed: (deed: Deed | null) => void;
}

function Actions({ objective, deed, onDeed }: ActionsProps) {
  const { t } = useTranslation('steering');
  const { id, state, year, to } = objective;
  const isCarried = to.some((other) => other.year === year + 1);
  const toggle = (wanted: Deed): void => onDeed(deed === wanted ? null : wanted);
  return (
    <div className={styles['panelActions']}>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconListTree size="1rem" aria-hidden />}
        aria-expanded={deed === 'split'}
        onClick={() => toggle('split')}
      >
        {t('split.action')}
      </Button>
      {state === 'closed' ? (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRotate size="1rem" aria-hidden />}
          onClick={() => void doWrite('steering:reopenObjective', { id })}
        >
          {t('close.reopen')}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconCheck size="1rem" aria-hidden />}
          aria-expanded={deed === 'close'}
          onClick={() => toggle('close')}
        >
          {t('close.action')}
        </Button>
      )}
      {!isCarried && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowForward size="1rem" aria-hidden />}
          onClick={() => onDeed('carry')}
        >
          {t('carry.action', { year: year + 1 })}
        </Button>
      )}
    </div>
  );
}
