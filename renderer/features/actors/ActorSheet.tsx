import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { useFormat } from '#ui/format.ts';
import type { RecordPort } from '#ui/record-form/record-port.ts';
import { RecordSheet } from '#ui/record-form/RecordSheet.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import { ActorGroups } from './ActorGroups.tsx';
import styles from './ActorSheet.module.css';
import { Aliases } from './Aliases.tsx';
import { Attachments } from './Attachments.tsx';
import type { ContentsEntry } from './Contents.tsx';
import { Contents } from './Contents.tsx';
import { Mandates } from './Mandates.tsx';
import { MergeLink } from './MergeLink.tsx';
import { Publication } from './Publication.tsx';
import { TagsField } from './TagsField.tsx';

interface ActorSheetProps {
  readonly table: 'organisation' | 'person';
  readonly id: string;
  readonly sheet: NonNullable<ChannelOutput<'actors:organisation' | 'actors:person'>>;
  /** The day the register is looked at on; null for today. */
  readonly day: string | null;
  readonly isReadOnly: boolean;
  /** The way to save the record itself, where it is not the usual one. */
  readonly port?: RecordPort;
  /** Fields drawn in a way of their own. */
  readonly special?: Readonly<Record<string, ReactNode>>;
  /** What comes above the fields. */
  readonly head?: ReactNode;
  /** Parts of this kind of actor alone, for the contents. */
  readonly parts: readonly ContentsEntry[];
  /** What comes right after the fields: functions, and what draws them. */
  readonly children: ReactNode;
}

/** The page of an actor of either kind: fields, functions, mandates, and all they are bound to. */
export function ActorSheet({ table, id, sheet, day, isReadOnly, ...props }: ActorSheetProps) {
  const { t } = useTranslation('actors');
  const format = useFormat();
  const port = props.port ?? recordPort;
  const { record, mandates, groups, attachments } = sheet;
  const entries: ContentsEntry[] = [
    ...props.parts,
    ...(mandates.length === 0
      ? []
      : [{ anchor: 'mandates', label: t('sheet.mandates'), count: mandates.length }]),
    ...groups.map(({ key, total, late }) => ({
      anchor: key,
      label: t(`group.${key}`),
      count: total,
      late,
    })),
    { anchor: 'publication', label: t('publication.title') },
    ...(sheet.linked.length === 0 ? [] : [{ anchor: 'linked', label: t('sheet.linked') }]),
    { anchor: 'sources', label: t('sheet.sources') },
    { anchor: 'history', label: t('sheet.history') },
  ];
  return (
    <>
      <Contents entries={entries} />
      {day !== null && <p className={styles.asOf}>{t('asOf.sheet', { day: format.date(day) })}</p>}
      {props.head}
      <RecordSheet
        table={table}
        id={id}
        sheet={sheet}
        port={port}
        isReadOnly={isReadOnly}
        special={{
          tags: (
            <TagsField of={{ table, id, field: 'tags', record, port }} isReadOnly={isReadOnly} />
          ),
          ...props.special,
        }}
        texts={{
          linked: t('sheet.linked'),
          sources: t('sheet.sources'),
          noSource: t('sheet.noSource'),
        }}
      >
        {props.children}
        {mandates.length > 0 && (
          <Section title={t('sheet.mandates')} count={mandates.length} anchor="mandates">
            <Mandates
              mandates={mandates}
              names={table === 'person' ? 'body' : 'person'}
              day={day}
              isReadOnly={isReadOnly}
            />
          </Section>
        )}
        <ActorGroups groups={groups} />
        <Publication table={table} id={id} consents={sheet.consents} isReadOnly={isReadOnly} />
        <Aliases table={table} id={id} aliases={sheet.aliases} isReadOnly={isReadOnly} />
        {!isReadOnly && <MergeLink table={table} id={id} />}
        <Attachments attachments={attachments} />
      </RecordSheet>
    </>
  );
}
