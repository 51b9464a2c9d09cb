import { Button, Group, Select, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';
import { inWords } from '#stores/refusal.ts';
import { refusalText } from '#ui/data-grid/refusal.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { parseDueDate } from '#ui/record-form/due-typing.ts';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { useDateTyping } from '#ui/record-form/use-date-typing.ts';
import { useFocusAtFirst } from '#ui/record-form/use-focus-at-first.ts';

import { OfficeNote } from '../OfficeNote.tsx';
import type { Outcome } from '../Outcome.tsx';
import { useEscape } from '../use-escape.ts';
import { readTypedAction } from './action-typing.ts';
import classes from './Hold.module.css';

export interface OutcomeDraft {
  readonly kind: 'decision' | 'action';
  readonly title: string;
  /** The one being corrected; null for a new one. */
  readonly edited: Outcome | null;
}

interface OutcomeFormProps {
  readonly draft: OutcomeDraft;
  readonly id: string;
  readonly minutesId: string;
  readonly agendaItemId: string | null;
  /** With the identifier of what was made; null when something was only corrected. */
  readonly onDone: (madeId: string | null) => void;
  readonly onGiveUp: () => void;
}

/** The words, and the votes or who and when, of a decision or an action; all from the keyboard. */
export function OutcomeForm(props: OutcomeFormProps) {
  return props.draft.kind === 'decision' ? <DecisionForm {...props} /> : <ActionForm {...props} />;
}

/** Sends a form once at a time; what is refused is told under its first field. */
function useSending(send: () => Promise<string | null>, onDone: OutcomeFormProps['onDone']) {
  const [error, setError] = useState<string | null>(null);
  const isUnderWay = useRef(false);
  return {
    error,
    submit(): void {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      inWords(send)
        .then(onDone, (thrown: unknown) => {
          setError(refusalText(thrown, 'title'));
        })
        .finally(() => {
          isUnderWay.current = false;
        });
    },
  };
}

const countOf = (text: string): number | null => (/^\d+$/.test(text.trim()) ? Number(text) : null);
const VOTES = ['votesFor', 'votesAgainst', 'abstentions'] as const;
const DECISION_STATUSES = ['adopted', 'rejected', 'deferred'] as const;

function DecisionForm(props: OutcomeFormProps) {
  const { draft, id, minutesId, agendaItemId } = props;
  const { t } = useTranslation('meetings');
  const field = useFocusAtFirst<HTMLInputElement>();
  const edited = draft.edited?.kind === 'decision' ? draft.edited.view : null;
  const [title, setTitle] = useState(edited?.title ?? draft.title);
  const [status, setStatus] = useState<string>(edited?.status ?? 'adopted');
  const [votes, setVotes] = useState(() => ({
    votesFor: String(edited?.votesFor ?? ''),
    votesAgainst: String(edited?.votesAgainst ?? ''),
    abstentions: String(edited?.abstentions ?? ''),
  }));
  const sending = useSending(async () => {
    const counts = {
      votesFor: countOf(votes.votesFor),
      votesAgainst: countOf(votes.votesAgainst),
      abstentions: countOf(votes.abstentions),
    };
    const known = DECISION_STATUSES.find((value) => value === status);
    if (edited !== null) {
      await recordPort.save('decision', edited.id, { title: title.trim(), status, ...counts });
      return null;
    }
    const made = await operations.perform('meetings:decide', {
      id,
      minutesId,
      agendaItemId,
      title: title.trim(),
      ...(known === undefined ? {} : { status: known }),
      ...counts,
    });
    return made.id;
  }, props.onDone);

  return (
    <Frame
      {...props}
      title={t(edited === null ? 'decision.form' : 'decision.edit')}
      onSend={sending.submit}
    >
      <TextInput
        ref={field}
        label={t('decision.title')}
        value={title}
        error={sending.error}
        onChange={(event) => {
          setTitle(event.currentTarget.value);
        }}
      />
      <Group gap="xs" align="end">
        {VOTES.map((vote) => (
          <TextInput
            key={vote}
            w="6rem"
            inputMode="numeric"
            label={t(`decision.${vote}`)}
            value={votes[vote]}
            onChange={(event) => {
              const text = event.currentTarget.value.replaceAll(/\D/g, '').slice(0, 9);
              setVotes((now) => ({ ...now, [vote]: text }));
            }}
          />
        ))}
        <Select
          w="9rem"
          label={t('decision.status')}
          data={DECISION_STATUSES.map((value) => ({
            value,
            label: t(`vocabulary:choice.decision.status.${value}`),
          }))}
          value={status}
          allowDeselect={false}
          onChange={(next) => {
            setStatus(next ?? status);
          }}
        />
        <Button type="submit" disabled={title.trim() === ''}>
          {t(edited === null ? 'decision.save' : 'decision.update')}
        </Button>
      </Group>
    </Frame>
  );
}

function ActionForm(props: OutcomeFormProps) {
  const { draft, id, minutesId, agendaItemId } = props;
  const { t } = useTranslation('meetings');
  const field = useFocusAtFirst<HTMLInputElement>();
  const edited = draft.edited?.kind === 'action' ? draft.edited.view : null;
  const typing = useDateTyping();
  const [typed] = useState(() => readTypedAction(draft.title, typing));
  const [title, setTitle] = useState(edited?.title ?? typed.title);
  const [personId, setPersonId] = useState(edited?.responsiblePersonId ?? null);
  const [dueOn, setDueOn] = useState(edited === null ? typed.dueOn : edited.dueOn);
  const form = useRef<HTMLDivElement>(null);
  const sending = useSending(async () => {
    const words = { title: title.trim(), responsiblePersonId: personId, dueOn };
    if (edited !== null) {
      await recordPort.save('actionItem', edited.id, words);
      return null;
    }
    return (await operations.perform('meetings:act', { id, minutesId, agendaItemId, ...words })).id;
  }, props.onDone);

  return (
    <Frame
      {...props}
      title={t(edited === null ? 'action.form' : 'action.edit')}
      onSend={sending.submit}
    >
      <TextInput
        ref={field}
        label={t('action.title')}
        value={title}
        error={sending.error}
        onChange={(event) => {
          setTitle(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          // « @ » after the words goes on to who is responsible.
          if (event.key !== '@') return;
          event.preventDefault();
          form.current?.querySelector<HTMLInputElement>('[data-who] input')?.focus();
        }}
      />
      <Group gap="xs" align="start" ref={form} className={classes['actionLine'] ?? ''}>
        <div data-who className={classes['grow']}>
          <ReferencePicker
            table="person"
            label={t('action.responsible')}
            port={recordPort}
            isOptional
            value={personId}
            valueLabel={edited?.responsiblePersonName ?? undefined}
            onChange={setPersonId}
          />
          <OfficeNote meetingId={id} personId={personId} />
        </div>
        <DayInput
          size="sm"
          label={t('action.due')}
          placeholder={t('action.dueHint')}
          width="15rem"
          parse={parseDueDate}
          value={dueOn}
          onChange={setDueOn}
        />
        <Button type="submit" disabled={title.trim() === ''}>
          {t(edited === null ? 'action.save' : 'decision.update')}
        </Button>
      </Group>
    </Frame>
  );
}

interface FrameProps extends OutcomeFormProps {
  readonly title: string;
  readonly onSend: () => void;
  readonly children: ReactNode;
}

function Frame({ title, onSend, onGiveUp, children }: FrameProps) {
  const { t } = useTranslation('meetings');
  const form = useEscape<HTMLFormElement>(onGiveUp);
  return (
    <form
      ref={form}
      className={classes['form']}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <Group justify="space-between">
        <Title order={3} size="h5">
          {title}
        </Title>
        <Button size="compact-sm" variant="subtle" onClick={onGiveUp}>
          {t('giveUp')}
        </Button>
      </Group>
      {children}
    </form>
  );
}
