import { ActionIcon } from '@mantine/core';
import { IconGavel, IconPencil, IconSquareCheck, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { ActionView, DecisionView, MeetingSheet } from '#contract/meeting.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { useFormat } from '#ui/format.ts';

import classes from './Meetings.module.css';

export type Outcome =
  | { readonly kind: 'decision'; readonly view: DecisionView }
  | { readonly kind: 'action'; readonly view: ActionView };

/** All decisions and actions of a meeting by their identifiers. */
export function outcomesOf(sheet: MeetingSheet): ReadonlyMap<string, Outcome> {
  const decisions = [
    ...sheet.agenda.flatMap((item) => item.decisions),
    ...sheet.otherDecisions,
  ].map((view): [string, Outcome] => [view.id, { kind: 'decision', view }]);
  const actions = [...sheet.agenda.flatMap((item) => item.actions), ...sheet.otherActions].map(
    (view): [string, Outcome] => [view.id, { kind: 'action', view }],
  );
  return new Map([...decisions, ...actions]);
}

interface OutcomeCardProps {
  readonly outcome: Outcome;
  readonly onEdit?: (() => void) | undefined;
  readonly isRemovable?: boolean;
}

/** A decision with its votes, or an action with who and when, as the minutes show it. */
export function OutcomeCard({ outcome, onEdit, isRemovable = false }: OutcomeCardProps) {
  const { t } = useTranslation('meetings');
  const { kind, view } = outcome;
  const IconOf = kind === 'decision' ? IconGavel : IconSquareCheck;
  const { title } = view;
  return (
    <span className={classes['outcome']} data-kind={kind}>
      <IconOf size="1.2rem" aria-hidden />
      <span className={classes['outcomeWords']}>
        <span className={classes['outcomeKind']}>
          {t(`${kind}.one`)}
          {kind === 'decision'
            ? ` · ${t(`vocabulary:choice.decision.status.${view.status}`)}`
            : ` · ${t(`vocabulary:choice.actionItem.status.${view.status}`)}`}
        </span>
        {title}
        {kind === 'decision' ? <Votes decision={view} /> : <Commitment action={view} />}
      </span>
      {onEdit !== undefined && (
        <ActionIcon
          variant="subtle"
          size="sm"
          aria-label={t('decision.modify', { title })}
          onClick={onEdit}
        >
          <IconPencil size="1rem" aria-hidden />
        </ActionIcon>
      )}
      {isRemovable && (
        <ActionIcon
          variant="subtle"
          size="sm"
          aria-label={t('decision.remove', { title })}
          onClick={() => {
            const table = kind === 'decision' ? 'decision' : 'actionItem';
            recordPort.remove(table, [view.id]).catch(recordPort.report);
          }}
        >
          <IconTrash size="1rem" aria-hidden />
        </ActionIcon>
      )}
    </span>
  );
}

function Votes({ decision }: { readonly decision: DecisionView }) {
  const { t } = useTranslation('meetings');
  const { votesFor, votesAgainst, abstentions } = decision;
  if (votesFor === null && votesAgainst === null && abstentions === null) return null;
  const votes = { for: votesFor ?? 0, against: votesAgainst ?? 0, abstentions: abstentions ?? 0 };
  return <span className={classes['outcomeKind']}>{t('decision.votes', votes)}</span>;
}

function Commitment({ action }: { readonly action: ActionView }) {
  const { t } = useTranslation('meetings');
  const { date } = useFormat();
  const { responsiblePersonName, responsibleOrganisationName, dueOn, isLate } = action;
  const who = responsiblePersonName ?? responsibleOrganisationName ?? t('action.nobody');
  return (
    <span className={classes['outcomeKind']}>
      {who}
      {dueOn === null ? null : ` · ${t('action.dueOn', { day: date(dueOn) })}`}
      {isLate && <span className={classes['late']}> · {t('action.late')}</span>}
    </span>
  );
}
