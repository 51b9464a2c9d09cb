import { IconAlertTriangle, IconGripVertical, IconPaperclip } from '@tabler/icons-react';
import type { HTMLAttributes, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChainNode } from '#contract/chain.views.ts';
import { useFormat } from '#ui/format.ts';

import classes from './Picture.module.css';

export interface CardProps {
  readonly node: ChainNode;
  /** What is attached to it. */
  readonly marks: readonly {
    readonly table: 'goodPractice' | 'measurement';
    readonly title: string;
  }[];
  /** How many cards shown lead to it and come out of it. */
  readonly links: { readonly upstream: number; readonly downstream: number };
  readonly isLit: boolean;
  readonly isOpen: boolean;
  /** Whether Tab comes to this card. */
  readonly isCurrent: boolean;
  readonly isReadOnly: boolean;
  /** Says, while a link is drawn over it, whether it may end there. */
  readonly drop: 'may' | 'mayNot' | null;
  readonly linkHandle: HTMLAttributes<HTMLElement>;
  readonly orderHandle: HTMLAttributes<HTMLElement> | null;
}

/** A record of the chain: its words, what it lacks at either end, and the handles to link and move it. */
export function Card(props: CardProps) {
  const { node, marks, links, isLit, isOpen, isCurrent, isReadOnly, drop } = props;
  const { t } = useTranslation('chain');
  const format = useFormat();
  const { id, table, title, unstatedOn, subGroupName, elsewhere } = node;
  const others = elsewhere.upstream + elsewhere.downstream;
  const notes: { readonly key: string; readonly body: ReactNode; readonly isWarning?: true }[] = [];
  const orphan = (way: 'upstream' | 'downstream'): void => {
    notes.push({ key: way, body: t(`orphan.${table}.${way}`), isWarning: true });
  };
  if (node.isOrphanUpstream) orphan('upstream');
  if (node.isOrphanDownstream) orphan('downstream');
  if (unstatedOn !== null) {
    notes.push({ key: 'day', body: t('card.unstated', { day: format.shortDate(unstatedOn) }) });
  }
  if (subGroupName !== null) notes.push({ key: 'subGroup', body: subGroupName });
  if (others > 0) notes.push({ key: 'elsewhere', body: t('card.elsewhere', { count: others }) });
  return (
    <div
      className={classes['card']}
      data-card={id}
      data-table={table}
      data-lit={isLit || undefined}
      data-open={isOpen || undefined}
      data-drop={drop ?? undefined}
      data-orphan-upstream={node.isOrphanUpstream || undefined}
      data-orphan-downstream={node.isOrphanDownstream || undefined}
    >
      <button
        type="button"
        className={classes['main']}
        tabIndex={isCurrent ? 0 : -1}
        data-main
        aria-keyshortcuts={isReadOnly ? 'K' : 'L K Alt+ArrowUp Alt+ArrowDown'}
      >
        <span className={classes['words']}>{title}</span>
        <span className="r-visually-hidden">
          {[
            links.upstream > 0 ? t('card.upstream', { count: links.upstream }) : null,
            links.downstream > 0 ? t('card.downstream', { count: links.downstream }) : null,
          ]
            .filter((part) => part !== null)
            .map((part) => ` – ${part}`)
            .join('')}
        </span>
        {notes.map(({ key, body, isWarning }) => (
          <span key={key} className={classes['note']} data-warning={isWarning}>
            {isWarning === true && <IconAlertTriangle size="0.85rem" aria-hidden />}
            <span>{body}</span>
          </span>
        ))}
        {(['measurement', 'goodPractice'] as const).map((kind) => {
          const some = marks.filter((mark) => mark.table === kind);
          return some.length === 0 ? null : (
            <span
              key={kind}
              className={classes['note']}
              title={some.map((mark) => mark.title).join('\n')}
            >
              <IconPaperclip size="0.85rem" aria-hidden />
              <span>{t(`marks.${kind}`, { count: some.length })}</span>
            </span>
          );
        })}
      </button>
      {!isReadOnly && (
        <>
          {props.orderHandle !== null && (
            <span
              className={classes['grip']}
              title={t('card.move')}
              aria-hidden="true"
              {...props.orderHandle}
            >
              <IconGripVertical size="0.85rem" />
            </span>
          )}
          <span
            className={classes['handle']}
            title={t('card.linkHint')}
            aria-hidden="true"
            data-link-handle
            {...props.linkHandle}
          />
        </>
      )}
    </div>
  );
}
