import { Text } from '@mantine/core';
import type { NodeViewProps } from '@tiptap/react';
import { NodeViewWrapper } from '@tiptap/react';
import { createContext, use } from 'react';
import { useTranslation } from 'react-i18next';

import type { Outcome } from '../Outcome.tsx';
import { OutcomeCard } from '../Outcome.tsx';

interface OutcomesInText {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Identifiers just made, which the meeting's sheet may not show yet. */
  readonly onEdit: ((outcome: Outcome) => void) | null;
}

/** The decisions and actions that an editor's text may place. */
export const OutcomesContext = createContext<OutcomesInText>({ outcomes: new Map(), onEdit: null });

/** A decision or an action where it stands among the words being typed. */
export function RefNode({ node }: NodeViewProps) {
  const { t } = useTranslation('meetings');
  const { outcomes, onEdit } = use(OutcomesContext);
  const outcome = outcomes.get(String(node.attrs['id']));
  return (
    <NodeViewWrapper contentEditable={false}>
      {outcome === undefined ? (
        <Text c="dimmed" size="sm">
          {t('hold.deleted')}
        </Text>
      ) : (
        <OutcomeCard
          outcome={outcome}
          onEdit={
            onEdit === null
              ? undefined
              : () => {
                  onEdit(outcome);
                }
          }
        />
      )}
    </NodeViewWrapper>
  );
}
