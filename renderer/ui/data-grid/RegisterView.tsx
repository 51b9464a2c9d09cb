import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '#ui/format.ts';
import { MissingRecord } from '#ui/record-form/MissingRecord.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { ListAndRecord } from './ListAndRecord.tsx';
import type { RecordListHandle, RecordListProps } from './RecordList.tsx';

/** State of a register's screen, as the stores tell it. */
interface RegisterState extends Pick<RecordListProps, 'revision' | 'isReadOnly'> {
  /** Under which the columns' arrangement is remembered. */
  readonly register: string;
  /** Null until the register's columns are known. */
  readonly at: Pick<RecordListProps, 'columns' | 'hasDates' | 'port'> | null;
  /** Null until they are known. */
  readonly views: RecordListProps['views'] | null;
  readonly error: Parameters<typeof RefusalNote>[0]['error'] | null;
  readonly takeList: (list: RecordListHandle | null) => void;
  readonly openId: string | null;
  readonly isNew: boolean;
  readonly isGone: boolean;
  readonly name: string;
  readonly report: RecordListProps['onError'];
}

export interface RegisterViewProps extends Pick<
  RecordListProps,
  'label' | 'initial' | 'filterPlaceholder' | 'empty' | 'selectionActions' | 'actions'
> {
  readonly screen: RegisterState;
  readonly go: (id: string | null) => void;
  /** How many there are, in words; `shown` is the number as the language writes it. */
  readonly countLabel: (numbers: { readonly count: number; readonly shown: string }) => string;
  readonly day?: string | null;
  readonly onDay?: (day: string | null) => void;
  readonly badge?: ReactNode;
  /** What makes a new record. */
  readonly form: ReactNode;
  /** The open record's page; null until it is known. */
  readonly sheet: ReactNode;
}

/** A register with the record that is open beside it, from its first answer on. */
export function RegisterView({
  screen,
  countLabel,
  badge,
  form,
  sheet,
  ...list
}: RegisterViewProps) {
  const { t } = useTranslation('grid');
  const format = useFormat();
  const { at, views, error, openId, isNew, name, takeList } = screen;
  if (error !== null) return <RefusalNote error={error} />;
  if (at === null || views === null) return <Loader m="lg" aria-label={t('panel.loading')} />;
  return (
    <ListAndRecord
      {...list}
      ref={(handle) => {
        takeList(handle);
      }}
      screenId={screen.register}
      columns={at.columns}
      hasDates={at.hasDates}
      port={at.port}
      views={views}
      revision={screen.revision}
      isReadOnly={screen.isReadOnly}
      onError={screen.report}
      countLabel={(count) => countLabel({ count, shown: format.number(count) })}
      open={
        openId === null
          ? null
          : {
              id: openId,
              title: name === '' ? t('panel.loading') : name,
              isStored: !isNew,
              badge,
              body: isNew ? form : screen.isGone ? <MissingRecord /> : sheet,
            }
      }
    />
  );
}
