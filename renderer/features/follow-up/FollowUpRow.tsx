import { Anchor, Menu } from '@mantine/core';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type {
  FollowUpGrouping,
  FollowUpKind,
  FollowUpRow as Row,
} from '#contract/follow-up.channels.ts';
import type { RecordPatch } from '#domain/registry.ts';
import { listMenu } from '#ui/data-grid/menu-props.ts';
import { useFormat } from '#ui/format.ts';

import { DueCell } from './DueCell.tsx';
import { meetingName } from './groups.ts';
import classes from './FollowUp.module.css';
import { lookOf, statusesOf, statusKey } from './statuses.ts';
import { WhoCell } from './WhoCell.tsx';

export type EditedCell = 'due' | 'who';

export interface FollowUpRowProps {
  readonly row: Row;
  readonly kind: FollowUpKind;
  readonly by: FollowUpGrouping;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly isReadOnly: boolean;
  readonly edited: EditedCell | null;
  readonly onPoint: () => void;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
  readonly onStatus: (status: string) => void;
  readonly onEdit: (cell: EditedCell | null) => void;
  /** Done with a cell: the keyboard goes back to the row. */
  readonly onEdited: () => void;
  readonly onChange: (patch: RecordPatch<'actionItem'>) => void;
}

const isControl = (event: MouseEvent): boolean =>
  event.target instanceof Element &&
  event.target.closest('button, a, input, [role="dialog"]') !== null;

/** One action or decision: its state, what it is, where it comes from, who and by when. */
export function FollowUpRow(props: FollowUpRowProps) {
  const { row, kind, isCurrent, isReadOnly } = props;
  const { t } = useTranslation('followUp');
  return (
    // The keys of a row are those of its grid.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      tabIndex={isCurrent ? 0 : -1}
      data-row-id={row.id}
      data-open={props.isOpen || undefined}
      data-selected={props.isSelected || undefined}
      data-ended={(kind === 'actions' && isEnded(row)) || undefined}
      aria-selected={props.isSelected}
      className={classes['row']}
      onClick={(event) => {
        if (isControl(event)) return;
        if (event.ctrlKey || event.metaKey) props.onToggle();
        else props.onPoint();
        event.currentTarget.focus();
      }}
      onDoubleClick={(event) => {
        if (!isControl(event)) props.onOpen();
      }}
    >
      <div role="gridcell" className={classes['statusCell']}>
        <StatusMenu {...props} />
      </div>
      <div role="rowheader" className={classes['words']}>
        <button type="button" tabIndex={-1} className={classes['title']} onClick={props.onOpen}>
          {row.title}
        </button>
        <Origin {...props} />
      </div>
      {kind === 'actions' ? (
        <>
          <div role="gridcell">
            <WhoCell
              row={row}
              isReadOnly={isReadOnly}
              isEdited={props.edited === 'who'}
              onEdit={() => {
                props.onEdit('who');
              }}
              onDone={props.onEdited}
              onChange={props.onChange}
            />
          </div>
          <div role="gridcell">
            <DueCell
              row={row}
              isReadOnly={isReadOnly}
              isEdited={props.edited === 'due'}
              onEdit={() => {
                props.onEdit('due');
              }}
              onDone={props.onEdited}
              onChange={(dueOn) => {
                props.onChange({ dueOn });
              }}
            />
          </div>
        </>
      ) : (
        <>
          <div role="gridcell" className={classes['votes']}>
            <Votes row={row} />
          </div>
          <div role="gridcell">{row.onDay === null ? t('noDay') : <Day day={row.onDay} />}</div>
        </>
      )}
    </div>
  );
}

const isEnded = ({ status }: Row): boolean => status === 'done' || status === 'abandoned';

function Day({ day }: { readonly day: string }) {
  const format = useFormat();
  return <span className={classes['day']}>{format.shortDate(day)}</span>;
}

function StatusMenu({ row, kind, isReadOnly, onStatus }: FollowUpRowProps) {
  const { t } = useTranslation('followUp');
  const { icon: IconOf, tone } = lookOf(kind, row.status);
  const label = t(statusKey(kind, row.status));
  return (
    <Menu {...listMenu} disabled={isReadOnly}>
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes['status']}
          data-tone={tone}
          disabled={isReadOnly}
          aria-label={t('changeStatus', { status: label, title: row.title })}
        >
          <IconOf size="1.1rem" aria-hidden />
          {label}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {statusesOf(kind).map((status) => {
          const { icon: Picture } = lookOf(kind, status);
          return (
            <Menu.Item
              key={status}
              leftSection={<Picture size="1.1rem" aria-hidden />}
              rightSection={
                <span className={classes['menuKey']} aria-hidden>
                  {t(`key.${kind}.${status}`).toUpperCase()}
                </span>
              }
              onClick={() => {
                onStatus(status);
              }}
            >
              {t(statusKey(kind, status))}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The meeting and the sub-group; what the list is put together by is said once, above. */
function Origin({ row, kind, by }: FollowUpRowProps) {
  const { t } = useTranslation('followUp');
  const format = useFormat();
  const { meetingId, meetingTitle, minutesNumber, subGroupName } = row;
  const where = by === 'meeting' ? minutesNumber : meetingName(row, format);
  const facts = [
    ...(by === 'subGroup' || subGroupName === null ? [] : [subGroupName]),
    ...(kind === 'actions' && row.status === 'done' && row.doneOn !== null
      ? [t('doneOn', { day: format.shortDate(row.doneOn) })]
      : []),
  ];
  return (
    <span className={classes['origin']}>
      {meetingId !== null && where !== null && (
        <Anchor
          component={Link}
          href={`/meetings/${meetingId}/minutes`}
          size="sm"
          tabIndex={-1}
          title={meetingTitle ?? undefined}
        >
          {where}
        </Anchor>
      )}
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </span>
  );
}

function Votes({ row }: { readonly row: Row }) {
  const { t } = useTranslation('followUp');
  const { votesFor, votesAgainst, abstentions } = row;
  if (votesFor === null && votesAgainst === null && abstentions === null) return null;
  return t('votes', {
    for: votesFor ?? 0,
    against: votesAgainst ?? 0,
    abstentions: abstentions ?? 0,
  });
}
