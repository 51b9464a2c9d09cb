import { useRef, useState } from 'react';

import type { FormFileView } from '#contract/application-form.channels.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { call } from '#api/client.ts';
import { asTask } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';

type Fate = FormFileView['fate'];

/** Forms that came back: which were chosen, what they bring, and what is to be done with each. */
export function useForms(callId: string, onTaken: (count: number) => void) {
  const [receivedOn, setDay] = useState<string>(localToday);
  const [files, setFiles] = useState<readonly FormFileView[] | null>(null);
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

  async function read(grants: readonly string[], day: string): Promise<void> {
    const answer = await asTask('callSetup:forms.reading', () =>
      call('applicationForm:read', { callId, receivedOn: day, grants: [...grants] }),
    );
    setFiles(answer.files);
  }

  return {
    receivedOn,
    files,
    error,
    setReceivedOn: (day: string): void => {
      setDay(day);
      if (files !== null) {
        void doing(() =>
          read(
            files.map(({ grant }) => grant),
            day,
          ),
        );
      }
    },
    choose: () =>
      doing(async () => {
        const chosen = await call('dialog:openReturns', {});
        if (chosen.length === 0) return;
        await read(
          chosen.map(({ grant }) => grant),
          receivedOn,
        );
      }),
    decide: (grant: string, fate: Fate): void =>
      setFiles(
        (known) => known?.map((one) => (one.grant === grant ? { ...one, fate } : one)) ?? null,
      ),
    take: () =>
      doing(async () => {
        const chosen = (files ?? []).flatMap(({ grant, sha256, fate }) =>
          fate === 'leave' || sha256 === null ? [] : [{ grant, sha256, fate }],
        );
        if (chosen.length === 0) return;
        const { ids } = await operations.perform('applicationForm:take', {
          callId,
          receivedOn,
          files: chosen,
        });
        setFiles(null);
        onTaken(ids.length);
      }),
    leave: (): void => {
      setFiles(null);
      setError(null);
    },
  };
}
