import { useRef, useState } from 'react';

import type { NeedsFormView } from '#contract/needs.channels.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { call } from '#api/client.ts';
import { asTask } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';

export interface TakenCounts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Forms that came back: which were chosen, what they bring, and which are left aside. */
export function useNeedsForms(surveyId: string) {
  const [receivedOn, setReceivedOn] = useState<string>(localToday);
  const [files, setFiles] = useState<readonly NeedsFormView[] | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [taken, setTaken] = useState<TakenCounts | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const isUnderWay = useRef(false);

  /** One thing at a time; what is refused is told on the screen. */
  async function doing(work: () => Promise<void>): Promise<void> {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setError(toApiError(thrown));
    } finally {
      isUnderWay.current = false;
    }
  }

  async function read(grants: readonly string[]): Promise<void> {
    const answer = await asTask('needs:forms.reading', () =>
      call('needs:readForms', { surveyId, receivedOn, grants: [...grants] }),
    );
    setFiles(answer.files);
  }

  return {
    receivedOn,
    setReceivedOn,
    files,
    taken,
    error,
    isLeft: (grant: string): boolean => left.has(grant),
    choose: () =>
      doing(async () => {
        const chosen = await call('dialog:openReturns', {});
        if (chosen.length === 0) return;
        setTaken(null);
        setLeft(new Set());
        await read(chosen.map(({ grant }) => grant));
      }),
    /** The same files as they are by now. */
    again: () => doing(() => read((files ?? []).map(({ grant }) => grant))),
    toggle: (grant: string): void =>
      setLeft((known) => {
        const next = new Set(known);
        if (!next.delete(grant)) next.add(grant);
        return next;
      }),
    take: () =>
      doing(async () => {
        const chosen = (files ?? []).flatMap(({ grant, sha256, refusal }) =>
          refusal !== null || sha256 === null || left.has(grant) ? [] : [{ grant, sha256 }],
        );
        if (chosen.length === 0) return;
        const { added, updated, unchanged } = await operations.perform('needs:takeForms', {
          surveyId,
          receivedOn,
          files: chosen,
        });
        setFiles(null);
        setTaken({ added, updated, unchanged });
      }),
    leave: (): void => {
      setFiles(null);
      setError(null);
    },
  };
}
