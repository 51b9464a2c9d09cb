import { useTranslation } from 'react-i18next';

import { useFormat } from '#ui/format.ts';
import { stateOn } from '#ui/record-form/tenure.ts';
import type { TenureListProps } from '#ui/record-form/TenureList.tsx';
import { TenureList } from '#ui/record-form/TenureList.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import styles from './ActorSheet.module.css';

export interface TenuresOnProps extends Omit<TenureListProps, 'day'> {
  /** The day asked about; null for now, with everything in one list. */
  readonly day: string | null;
}

/** Functions or mandates; for another day than today, those that held on it come first and apart. */
export function TenuresOn({ day, lines, ...list }: TenuresOnProps) {
  const { t } = useTranslation('actors');
  const format = useFormat();
  if (day === null) return <TenureList {...list} lines={lines} day={localToday()} />;
  const held = lines.filter((line) => stateOn(line, day) === 'current');
  const others = lines.filter((line) => stateOn(line, day) !== 'current');
  return (
    <>
      <h4 className={styles.when}>{t('asOf.held', { day: format.date(day) })}</h4>
      {held.length === 0 ? (
        <p className={styles.quiet}>{t('asOf.noneHeld')}</p>
      ) : (
        <TenureList {...list} lines={held} day={day} />
      )}
      {others.length > 0 && (
        <>
          <h4 className={styles.when}>{t('asOf.notHeld')}</h4>
          <TenureList {...list} lines={others} day={day} />
        </>
      )}
    </>
  );
}
