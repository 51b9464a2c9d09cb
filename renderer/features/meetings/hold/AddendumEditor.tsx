import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { MeetingSheet, MinutesView } from '#contract/meeting.channels.ts';

import { outcomesOf } from '../Outcome.tsx';
import type { MinutesEditorHandle } from './MinutesEditor.tsx';
import { MinutesEditor } from './MinutesEditor.tsx';
import type { OutcomeDraft } from './OutcomeForm.tsx';
import { OutcomeForm } from './OutcomeForm.tsx';
import { OutcomesContext } from './RefNode.tsx';
import { SaveLine } from './SaveLine.tsx';
import { useSavers } from './use-savers.ts';

interface AddendumEditorProps {
  readonly id: string;
  readonly sheet: MeetingSheet;
  readonly addendum: MinutesView;
}

/** The text of an addendum while it is not validated. */
export function AddendumEditor({ id, sheet, addendum }: AddendumEditorProps) {
  const { t } = useTranslation('meetings');
  const [draft, setDraft] = useState<OutcomeDraft | null>(null);
  const editor = useRef<MinutesEditorHandle>(null);
  const saver = useSavers()(addendum.id, null, addendum.body);
  return (
    <OutcomesContext value={{ outcomes: outcomesOf(sheet), onEdit: null }}>
      <SaveLine saver={saver} />
      <MinutesEditor
        ref={editor}
        label={t('hold.editor', { title: t('minutes.addendum') })}
        saver={saver}
        stored={addendum.body}
        onCommand={(command, title) => {
          if (command !== 'report') setDraft({ kind: command, title, edited: null });
        }}
      />
      {draft !== null && (
        <OutcomeForm
          draft={draft}
          id={id}
          minutesId={addendum.id}
          agendaItemId={null}
          onDone={(madeId) => {
            if (madeId !== null) editor.current?.place(draft.kind, madeId);
            setDraft(null);
          }}
          onGiveUp={() => {
            setDraft(null);
            editor.current?.focus();
          }}
        />
      )}
    </OutcomesContext>
  );
}
