import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EntityName } from '#domain/registry.ts';

import { refusalText } from '#ui/data-grid/refusal.ts';

import { brokenRule } from './field-check.ts';
import type { RecordPort } from './record-port.ts';

export interface FieldOf {
  readonly table: EntityName;
  readonly id: string;
  readonly field: string;
  readonly record: Readonly<Record<string, unknown>>;
  readonly port: RecordPort;
}

export type SaveState = 'idle' | 'saving' | 'saved' | 'refused';

export interface AutoSave {
  readonly state: SaveState;
  /** Why the value was not saved, null while all is well. */
  readonly error: string | null;
  /** Saves at once; while typing, a value that cannot stand yet waits without complaint. */
  save(value: unknown, isTyping?: boolean): void;
  /** Saves once nothing was typed for a moment. */
  saveSoon(value: unknown): void;
  /** Forgets a refusal and what was about to be saved. */
  forget(): void;
}

const TYPING_PAUSE_MS = 900;
const SAVED_SHOWN_MS = 2000;

const same = (a: unknown, b: unknown): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/** Saves one field of a record as it is typed, one save after the other, and says how it went. */
export function useAutoSave({ table, id, field, record, port }: FieldOf): AutoSave {
  const { t } = useTranslation('vocabulary');
  const [state, setState] = useState<SaveState>('idle');
  const [error, setError] = useState<string | null>(null);
  const latest = useRef({ record, saved: record[field], turn: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<(() => void) | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const held = record[field];
  const heldKey = JSON.stringify(held);

  useEffect(() => {
    latest.current.record = record;
  }, [record]);
  useEffect(() => {
    latest.current.saved = held;
    // oxlint-disable-next-line react/exhaustive-deps -- the key says all there is in the value
  }, [heldKey]);

  const save = useCallback(
    (value: unknown, isTyping = false): void => {
      clearTimeout(timer.current);
      pending.current = null;
      const known = latest.current;
      if (same(value, known.saved)) {
        setError(null);
        setState((was) => (was === 'refused' ? 'idle' : was));
        return;
      }
      const rule = brokenRule(table, known.record, field, value);
      if (rule !== null) {
        if (isTyping) return;
        setError(t(`vocabulary:rule.${rule}`));
        setState('refused');
        return;
      }
      known.turn += 1;
      const turn = known.turn;
      const before = known.saved;
      known.saved = value;
      setError(null);
      setState('saving');
      queue.current = queue.current
        .then(() => port.save(table, id, { [field]: value }))
        .then(
          () => {
            if (known.turn === turn) setState('saved');
          },
          (thrown: unknown) => {
            if (known.turn !== turn) return;
            known.saved = before;
            setError(refusalText(thrown, field));
            setState('refused');
          },
        );
    },
    [table, id, field, port, t],
  );

  const saveSoon = useCallback(
    (value: unknown): void => {
      clearTimeout(timer.current);
      pending.current = () => {
        save(value, true);
      };
      timer.current = setTimeout(() => pending.current?.(), TYPING_PAUSE_MS);
    },
    [save],
  );

  const forget = useCallback((): void => {
    clearTimeout(timer.current);
    pending.current = null;
    setError(null);
    setState((was) => (was === 'refused' ? 'idle' : was));
  }, []);

  useEffect(() => {
    if (state !== 'saved') return undefined;
    const shown = setTimeout(() => {
      setState('idle');
    }, SAVED_SHOWN_MS);
    return () => {
      clearTimeout(shown);
    };
  }, [state]);

  // What was typed last is saved even when the form leaves the screen before the pause is over.
  useEffect(
    () => () => {
      pending.current?.();
    },
    [],
  );

  return { state, error, save, saveSoon, forget };
}
