import { ActionIcon } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { ObjectiveView } from '#contract/steering.views.ts';
import type { DragOrder } from '#ui/use-drag-order.ts';

import { RowMarks, StateMark } from './Marks.tsx';
import styles from './Objectives.module.css';

interface ObjectiveRowProps {
  readonly objective: ObjectiveView;
  readonly rank: number;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  readonly isReadOnly: boolean;
  readonly handleProps: ReturnType<DragOrder['handleProps']>;
  readonly onOpen: () => void;
}

/** One line of the list: number, words, marks, and where it stands. */
export function ObjectiveRow(props: ObjectiveRowProps) {
  const { objective, isReadOnly, onOpen } = props;
  const { t } = useTranslation('steering');
  const canMove = !isReadOnly && objective.state !== 'restated';
  return (
    // The keys are those of the whole list.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      aria-level={objective.depth + 1}
      aria-posinset={props.rank + 1}
      aria-selected={props.isOpen}
      data-row-id={objective.id}
      data-open={props.isOpen || undefined}
      data-old={objective.state === 'restated' || undefined}
      tabIndex={props.isCurrent ? 0 : -1}
      className={styles['row']}
      style={{ '--depth': objective.depth } as Record<string, number>}
      onClick={onOpen}
    >
      <div role="gridcell" className={styles['number']}>
        {canMove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            tabIndex={-1}
            className={styles['handle'] ?? ''}
            aria-label={t('objectives.move', { title: objective.title })}
            title={t('objectives.moveHelp')}
            onClick={(event) => event.stopPropagation()}
            {...props.handleProps}
          >
            <IconGripVertical size="1rem" aria-hidden />
          </ActionIcon>
        )}
        <span>{objective.number}</span>
      </div>
      <div role="gridcell" className={styles['words']}>
        <span className={styles['title']}>{objective.title}</span>
        <RowMarks objective={objective} />
      </div>
      <div role="gridcell" className={styles['standing']}>
        <StateMark objective={objective} />
      </div>
    </div>
  );
}
