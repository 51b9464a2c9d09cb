import { Alert, Button, Group, Text } from '@mantine/core';
import {
  IconArrowForwardUp,
  IconGavel,
  IconPlayerPlay,
  IconSquareCheck,
} from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { useFocusAtFirst } from '#ui/record-form/use-focus-at-first.ts';

import { doWrite } from '../do-write.ts';
import type { FaceProps } from '../face.ts';
import { useEscape } from '../use-escape.ts';
import { AttendancePane } from './AttendancePane.tsx';
import classes from './Hold.module.css';
import { recallLook, rememberLook } from './hold-look.ts';
import { HoldBar } from './HoldBar.tsx';
import { ItemNotes } from './ItemNotes.tsx';
import { ItemsPane } from './ItemsPane.tsx';
import type { MinutesEditorHandle } from './MinutesEditor.tsx';
import type { OutcomeDraft } from './OutcomeForm.tsx';
import type { ItemClock } from './use-clock.ts';
import { useClock } from './use-clock.ts';

/** The meeting while it is held: who is there, where one is on the agenda, what is said and decided. */
export function HoldFace({ id, sheet, isReadOnly }: FaceProps) {
  const { t } = useTranslation('meetings');
  const clock = useClock(id);
  const { status } = sheet.record;
  if (status === 'cancelled') return <Alert color="gray">{t('hold.cancelled')}</Alert>;
  const isToStart = sheet.minutes === null || status === 'draft' || status === 'convened';
  if (isToStart) {
    return <Start id={id} sheet={sheet} isReadOnly={isReadOnly} clock={clock} />;
  }
  return <Board id={id} sheet={sheet} isReadOnly={isReadOnly} clock={clock} />;
}

interface BoardProps extends FaceProps {
  readonly clock: ItemClock;
}

function Start({ id, sheet, isReadOnly, clock }: BoardProps) {
  const { t } = useTranslation('meetings');
  const button = useFocusAtFirst<HTMLButtonElement>();
  async function start(): Promise<void> {
    await operations.perform('meetings:start', { id });
    if (sheet.attendance.length === 0) {
      await operations.perform('meetings:expected', { id, today: localToday() });
    }
    const first = sheet.agenda[0];
    if (first !== undefined) clock.start(first);
  }
  return (
    <div className={classes['start']}>
      <Text mb="md">{t('hold.startText')}</Text>
      {!isReadOnly && (
        <Button
          ref={button}
          size="md"
          leftSection={<IconPlayerPlay size="1.2rem" aria-hidden />}
          onClick={() => {
            start().catch(recordPort.report);
          }}
        >
          {t('hold.start')}
        </Button>
      )}
    </div>
  );
}

const PANES = [
  '[data-pane="attendance"] button[tabindex="0"]',
  '[data-pane="items"] [aria-current]',
  '[data-pane="notes"] [role="textbox"][contenteditable]',
];

function Board({ id, sheet, isReadOnly, clock }: BoardProps) {
  const { t } = useTranslation('meetings');
  const { agenda, record } = sheet;
  const [chosenId, setChosenId] = useState<string | null | undefined>(undefined);
  const [look, setLook] = useState(() => recallLook(localStorage));
  const { isProjected } = look;
  const root = useEscape<HTMLDivElement>(
    isProjected
      ? () => {
          setLook((now) => ({ ...now, isProjected: false }));
        }
      : null,
  );
  const [draft, setDraft] = useState<OutcomeDraft | null>(null);
  const hasPeople = look.hasPeople && !isProjected;
  const editor = useRef<MinutesEditorHandle>(null);
  const usual = clock.runningId ?? agenda.find((item) => item.status === 'planned')?.id ?? null;
  const [initial] = useState(usual);
  const wanted = chosenId === undefined ? initial : chosenId;
  const item = agenda.find((one) => one.id === wanted) ?? null;
  const openId = item?.id ?? null;
  const places: readonly (string | null)[] = [null, ...agenda.map((one) => one.id)];
  const place = places.indexOf(openId);

  function open(itemId: string | null): void {
    setDraft(null);
    setChosenId(itemId);
  }
  function step(by: number): void {
    const next = places[place + by];
    if (next !== undefined) open(next);
  }
  function conclude(): void {
    const next = agenda[place];
    if (item !== null && item.status === 'planned') {
      void doWrite('meetings:runItem', { itemId: item.id, status: 'discussed' });
    }
    if (next === undefined) {
      clock.stop();
      return;
    }
    if (clock.runningId !== null) clock.start(next);
    open(next.id);
  }
  function goToPane(by: number): void {
    const found = PANES.map((selector) => root.current?.querySelector<HTMLElement>(selector));
    const panes = ['attendance', 'items', 'notes'].filter((_, index) => found[index] !== null);
    const present = found.filter((pane) => pane !== null);
    const now = document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? '';
    const index = (panes.indexOf(now) + by + panes.length) % panes.length;
    (present[index] ?? present.at(-1))?.focus();
  }
  function onKey(event: KeyboardEvent): void {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (event.altKey && isPlain && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      step(event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'Enter' && event.ctrlKey && draft === null && !isReadOnly) {
      conclude();
    } else if (event.key === 'F6') {
      goToPane(event.shiftKey ? -1 : 1);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={root}
      className={classes['hold']}
      data-projected={isProjected || undefined}
      data-size={isProjected ? look.size : undefined}
      onKeyDownCapture={onKey}
    >
      <HoldBar
        id={id}
        status={String(record['status'])}
        isReadOnly={isReadOnly}
        title={String(record['title'])}
        look={look}
        onLook={(next) => {
          rememberLook(next, localStorage);
          setLook(next);
        }}
        onClose={() => {
          clock.stop();
        }}
      />
      <div className={classes['board']} data-alone={hasPeople ? undefined : true}>
        {hasPeople && <AttendancePane id={id} sheet={sheet} isReadOnly={isReadOnly} />}
        <ItemsPane
          sheet={sheet}
          openId={openId}
          clock={clock}
          isReadOnly={isReadOnly}
          onOpen={open}
        />
        <ItemNotes
          id={id}
          sheet={sheet}
          item={item}
          isReadOnly={isReadOnly}
          clock={clock}
          isProjected={isProjected}
          editor={editor}
          draft={draft}
          onDraft={setDraft}
          tools={
            isReadOnly ? null : (
              <Group gap="xs">
                <ToolButton kind="decision" onDraft={setDraft} />
                <ToolButton kind="action" onDraft={setDraft} />
                {item !== null && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconArrowForwardUp size="1rem" aria-hidden />}
                    onClick={() => {
                      const next = item.status === 'postponed' ? 'planned' : 'postponed';
                      void doWrite('meetings:runItem', { itemId: item.id, status: next });
                    }}
                  >
                    {t(item.status === 'postponed' ? 'hold.unpostpone' : 'hold.postpone')}
                  </Button>
                )}
                <Button size="compact-sm" variant="light" onClick={conclude}>
                  {t('hold.next')}
                </Button>
              </Group>
            )
          }
        />
      </div>
    </div>
  );
}

function ToolButton({
  kind,
  onDraft,
}: {
  readonly kind: 'decision' | 'action';
  readonly onDraft: (draft: OutcomeDraft) => void;
}) {
  const { t } = useTranslation('meetings');
  const IconOf = kind === 'decision' ? IconGavel : IconSquareCheck;
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconOf size="1rem" aria-hidden />}
      onClick={() => {
        onDraft({ kind, title: '', edited: null });
      }}
    >
      {t(kind === 'decision' ? 'hold.addDecision' : 'hold.addAction')}
    </Button>
  );
}
