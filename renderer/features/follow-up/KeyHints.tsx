import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { FollowUpKind } from '#contract/follow-up.channels.ts';

import classes from './FollowUp.module.css';
import { statusesOf, statusKey } from './statuses.ts';

interface KeyHintsProps {
  readonly kind: FollowUpKind;
  readonly selected: number;
  readonly isReadOnly: boolean;
}

/** Which key does what, below the list; how many rows it will be for. */
export function KeyHints({ kind, selected, isReadOnly }: KeyHintsProps) {
  const { t } = useTranslation('followUp');
  if (isReadOnly) return null;
  const hints = [
    ...statusesOf(kind).map((status) => [t(`key.${kind}.${status}`), t(statusKey(kind, status))]),
    ...(kind === 'actions'
      ? [
          [t('key.due'), t('due')],
          [t('key.who'), t('responsible')],
        ]
      : []),
  ];
  return (
    <footer className={classes['hints']} aria-label={t('keys')}>
      <span role="status">{selected === 0 ? '' : t('selected', { count: selected })}</span>
      {hints.map(([key, label]) => (
        <span key={label} className={classes['hint']}>
          <Kbd size="xs">{key?.toUpperCase()}</Kbd> {label}
        </span>
      ))}
      <span className={classes['hint']}>
        <Kbd size="xs">{t('key.space')}</Kbd> {t('select')}
      </span>
    </footer>
  );
}
