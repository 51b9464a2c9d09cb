import { Text, Title } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';

import type { AgendaItemView, MeetingSheet } from '#contract/meeting.channels.ts';
import { parseRichText, refsOf } from '#domain/rich-text.ts';

import { doWrite } from '../do-write.ts';
import type { Outcome } from '../Outcome.tsx';
import { OutcomeCard, outcomesOf } from '../Outcome.tsx';
import { asClock, overrunOf } from './clock.ts';
import classes from './Hold.module.css';
import type { MinutesEditorHandle } from './MinutesEditor.tsx';
import { MinutesEditor } from './MinutesEditor.tsx';
import type { OutcomeDraft } from './OutcomeForm.tsx';
import { OutcomeForm } from './OutcomeForm.tsx';
import { OutcomesContext } from './RefNode.tsx';
import { SaveLine } from './SaveLine.tsx';
import type { SlashCommand } from './slash-command.ts';
import type { ItemClock } from './use-clock.ts';
import { useSavers } from './use-savers.ts';

/** The time of the open item, to be read from afar. */
function BigClock({ item, clock }: { readonly item: AgendaItemView; readonly clock: ItemClock }) {
  const { t } = useTranslation('meetings');
  const seconds = clock.secondsOn(item);
  const over = overrunOf(seconds, item.durationMinutes);
  return (
    <p className={classes['bigClock']} data-over={over > 0 || undefined}>
      <span>{asClock(seconds)}</span>
      {item.durationMinutes !== null && (
        <span className={classes['bigClockOf']}>
          {over > 0
            ? t('hold.over', { over: asClock(over) })
            : t('hold.of', { planned: item.durationMinutes })}
        </span>
      )}
    </p>
  );
}

interface ItemNotesProps {
  readonly id: string;
  readonly sheet: MeetingSheet;
  /** Null for what is written before the first item. */
  readonly item: AgendaItemView | null;
  readonly isReadOnly: boolean;
  readonly clock: ItemClock;
  readonly isProjected: boolean;
  readonly editor: RefObject<MinutesEditorHandle | null>;
  readonly draft: OutcomeDraft | null;
  readonly onDraft: (draft: OutcomeDraft | null) => void;
  readonly tools: ReactNode;
}

/** The minutes of one item: its text, and the decisions and actions taken on it. */
export function ItemNotes(props: ItemNotesProps) {
  const { id, sheet, item, isReadOnly, editor, draft, onDraft } = props;
  const { t } = useTranslation('meetings');
  const saverOf = useSavers();
  const { minutes } = sheet;
  if (minutes === null) return null;
  const agendaItemId = item?.id ?? null;
  const stored = item === null ? minutes.body : item.body;
  const saver = saverOf(minutes.id, agendaItemId, stored);
  const title = item?.title ?? t('hold.opening');
  const outcomes = outcomesOf(sheet);
  const placed = new Set(refsOf(parseRichText(stored)).map((ref) => String(ref.attrs.id)));
  const own =
    item === null
      ? [...sheet.otherDecisions, ...sheet.otherActions]
      : [...item.decisions, ...item.actions];
  const others = own.flatMap(({ id: one }) => (placed.has(one) ? [] : (outcomes.get(one) ?? [])));
  const edit = (outcome: Outcome): void => {
    onDraft({ kind: outcome.kind, title: outcome.view.title, edited: outcome });
  };

  function onCommand(command: SlashCommand, wording: string): void {
    if (command !== 'report') onDraft({ kind: command, title: wording, edited: null });
    else if (item !== null) {
      void doWrite('meetings:runItem', { itemId: item.id, status: 'postponed' });
    }
  }

  return (
    <section className={classes['notes']} data-pane="notes" aria-label={title}>
      <div className={classes['notesHead']}>
        <div className={classes['grow']}>
          <Title order={2} size="h3">
            {title}
          </Title>
          {item !== null && item.presenterName !== null && (
            <Text size="sm" c="dimmed">
              {item.presenterName}
            </Text>
          )}
        </div>
        {props.isProjected && item !== null && <BigClock item={item} clock={props.clock} />}
        <SaveLine saver={saver} />
      </div>
      {props.tools}
      {draft !== null && (
        <OutcomeForm
          key={`${draft.kind} ${draft.edited?.view.id ?? ''}`}
          draft={draft}
          id={id}
          minutesId={minutes.id}
          agendaItemId={agendaItemId}
          onDone={(madeId) => {
            onDraft(null);
            if (madeId === null) editor.current?.focus();
            else editor.current?.place(draft.kind, madeId);
          }}
          onGiveUp={() => {
            onDraft(null);
            editor.current?.focus();
          }}
        />
      )}
      <OutcomesContext value={{ outcomes, onEdit: isReadOnly ? null : edit }}>
        <MinutesEditor
          key={agendaItemId ?? ''}
          ref={editor}
          label={t('hold.editor', { title })}
          saver={saver}
          stored={stored}
          isReadOnly={isReadOnly}
          isInitiallyFocused
          onCommand={onCommand}
        />
      </OutcomesContext>
      {others.length > 0 && (
        <div>
          <Title order={3} size="h5" mt="md" mb="xs">
            {t('hold.outcomes')}
          </Title>
          {others.map((outcome) => (
            <OutcomeCard
              key={outcome.view.id}
              outcome={outcome}
              isRemovable={!isReadOnly}
              onEdit={
                isReadOnly
                  ? undefined
                  : () => {
                      edit(outcome);
                    }
              }
            />
          ))}
        </div>
      )}
    </section>
  );
}
