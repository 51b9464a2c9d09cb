import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import styles from './DataGrid.module.css';

export interface GroupRowProps {
  readonly index: number;
  readonly label: string;
  readonly count: number;
  readonly isCollapsed: boolean;
  readonly isActive: boolean;
  readonly columns: number;
  readonly top: number;
}

/** The header of a group, a line of the list like any other: ← closes it, → opens it. */
export function GroupRow({
  index,
  label,
  count,
  isCollapsed,
  isActive,
  columns,
  top,
}: GroupRowProps) {
  const { t } = useTranslation('grid');
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={!isCollapsed}
      className={`${styles.row} ${styles.groupRow}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={columns}
        aria-label={t('group.header', { label, count })}
        data-cell={`${index}:0`}
        data-active={isActive || undefined}
        tabIndex={isActive ? 0 : -1}
        className={`${styles.cell} ${styles.groupCell}`}
      >
        <GroupWords label={label} count={count} isCollapsed={isCollapsed} />
      </div>
    </div>
  );
}

export function GroupWords({
  label,
  count,
  isCollapsed,
}: Pick<GroupRowProps, 'label' | 'count' | 'isCollapsed'>) {
  const { t } = useTranslation('grid');
  return (
    <span className={styles.groupWords}>
      <IconChevronRight
        size="1rem"
        className={styles.chevron}
        data-open={!isCollapsed || undefined}
        aria-hidden
      />
      <span className={styles.groupName}>{label}</span>
      <span className={styles.groupCount}>{t('group.count', { count })}</span>
    </span>
  );
}
