import { ActionIcon } from '@mantine/core';
import {
  IconEye,
  IconEyeOff,
  IconGripVertical,
  IconPencil,
  IconSitemap,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { EditionSection } from '#contract/edition.views.ts';
import type { DragOrder } from '#ui/use-drag-order.ts';

import type { Arranged } from './arrangement.ts';
import classes from './Edition.module.css';

interface SectionRowProps {
  readonly section: EditionSection;
  readonly isReadOnly: boolean;
  readonly isChosen: boolean;
  readonly isDragged: boolean;
  readonly hasText: boolean;
  readonly mark: 'before' | 'after' | null;
  readonly handleProps: ReturnType<DragOrder['handleProps']>;
  readonly onChoose: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onChange: (patch: Partial<Omit<Arranged, 'key'>>) => void;
  /** What stands under it. */
  readonly children: ReactNode;
}

/** One section of the plan; moved by its handle, or by Alt with arrows from its title. */
export function SectionRow(props: SectionRowProps) {
  const { section, isReadOnly, hasText, onMove, onChange } = props;
  const { t } = useTranslation('reports');
  const { key, title, isHidden, isRepeatable, isRepeated, only } = section;
  return (
    // The keys are those of the buttons in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      data-item={key}
      data-dragged={props.isDragged || undefined}
      data-mark={props.mark ?? undefined}
      data-hidden={isHidden || undefined}
      onKeyDown={(event) => {
        if (!event.altKey || isReadOnly || event.defaultPrevented) return;
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        onMove(event.key === 'ArrowUp' ? -1 : 1);
      }}
    >
      <div className={classes['row']} data-chosen={props.isChosen || undefined}>
        {!isReadOnly && (
          <span className={classes['handle']} title={t('plan.move')} {...props.handleProps}>
            <IconGripVertical size="0.95rem" aria-hidden />
          </span>
        )}
        <button
          type="button"
          className={classes['rowTitle']}
          aria-current={props.isChosen ? 'true' : undefined}
          onClick={props.onChoose}
        >
          {title}
          {isHidden && <span className="r-visually-hidden"> {t('plan.isHidden')}</span>}
          {only !== null && <span className={classes['only']}> {t(`plan.only.${only}`)}</span>}
        </button>
        {hasText && (
          <IconPencil
            size="0.9rem"
            className={classes['hasText']}
            role="img"
            aria-label={t('plan.hasText')}
          />
        )}
        {isRepeatable && (
          <ActionIcon
            size="sm"
            variant={isRepeated ? 'light' : 'subtle'}
            color="gray"
            disabled={isReadOnly}
            aria-pressed={isRepeated}
            aria-label={t('plan.repeat', { title })}
            title={t('plan.repeatHint')}
            onClick={() => onChange({ isRepeated: !isRepeated })}
          >
            <IconSitemap size="0.95rem" aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          disabled={isReadOnly}
          aria-pressed={isHidden}
          aria-label={t('plan.hide', { title })}
          title={t(isHidden ? 'plan.showHint' : 'plan.hideHint')}
          onClick={() => onChange({ isHidden: !isHidden })}
        >
          {isHidden ? (
            <IconEyeOff size="0.95rem" aria-hidden />
          ) : (
            <IconEye size="0.95rem" aria-hidden />
          )}
        </ActionIcon>
      </div>
      {props.children}
    </li>
  );
}
