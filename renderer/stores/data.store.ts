import { create } from 'zustand';

import type { ChannelInput, StoreChannel } from '#contract/channels.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { call, client } from '#api/client.ts';

/** What is known of the answer to one question. Old data stays visible while it is asked again. */
export interface Answer {
  readonly data: unknown;
  readonly error: ApiError | null;
  readonly isLoading: boolean;
}

interface DataState {
  readonly answers: Readonly<Record<string, Answer>>;
  /** Grows with each change of the store; lets what keeps its own pages know that they are old. */
  readonly revision: number;
}

interface Question {
  readonly channel: StoreChannel;
  readonly input: unknown;
  watchers: number;
  isFresh: boolean;
  abort: AbortController | null;
}

/** Unwatched answers kept for when a screen comes back. */
const KEPT = 60;
const nothing: Answer = { data: undefined, error: null, isLoading: true };
const questions = new Map<string, Question>();

/** Answers of the store process, asked again whenever the store changes. */
export const useData = create<DataState>()(() => ({ answers: {}, revision: 0 }));

export function keyOf<K extends StoreChannel>(channel: K, input: ChannelInput<K>): string {
  return `${channel} ${JSON.stringify(input)}`;
}

function setAnswer(key: string, patch: Partial<Answer>): void {
  useData.setState((state) => ({
    answers: { ...state.answers, [key]: { ...(state.answers[key] ?? nothing), ...patch } },
  }));
}

async function ask(key: string, question: Question): Promise<void> {
  question.abort?.abort();
  const abort = new AbortController();
  question.abort = abort;
  question.isFresh = true;
  setAnswer(key, { isLoading: true });
  try {
    const input = question.input as ChannelInput<StoreChannel>; // typed where `watch` was called
    const data = await call(question.channel, input, { signal: abort.signal });
    if (question.abort === abort) setAnswer(key, { data, error: null, isLoading: false });
  } catch (error) {
    if (question.abort !== abort) return;
    question.isFresh = false;
    setAnswer(key, { error: toApiError(error), isLoading: false });
  } finally {
    if (question.abort === abort) question.abort = null;
  }
}

function forgetOldest(): void {
  const idle = [...questions].filter(([, question]) => question.watchers === 0);
  const dropped = idle.slice(0, Math.max(0, idle.length - KEPT)).map(([key]) => key);
  if (dropped.length === 0) return;
  for (const key of dropped) questions.delete(key);
  useData.setState((state) => ({
    answers: Object.fromEntries(
      Object.entries(state.answers).filter(([key]) => questions.has(key)),
    ),
  }));
}

/** Keeps the answer to a question up to date until the returned function is called. */
export function watch<K extends StoreChannel>(channel: K, input: ChannelInput<K>): () => void {
  const key = keyOf(channel, input);
  const known = questions.get(key);
  const question = known ?? { channel, input, watchers: 0, isFresh: false, abort: null };
  // Set anew, so that the oldest come first when some must be forgotten.
  questions.delete(key);
  questions.set(key, question);
  question.watchers += 1;
  if (!question.isFresh) void ask(key, question);
  return () => {
    question.watchers -= 1;
    if (question.watchers > 0) return;
    if (question.abort !== null) {
      question.abort.abort();
      question.abort = null;
      question.isFresh = false;
    }
    forgetOldest();
  };
}

/** Asks again everything on screen; the rest will be asked when it is next looked at. */
export function invalidate(): void {
  useData.setState((state) => ({ revision: state.revision + 1 }));
  for (const [key, question] of questions) {
    question.isFresh = false;
    if (question.watchers > 0) void ask(key, question);
  }
}

/** Asks one kind of question again: its answer changed although the store did not. */
export function askAgain(channel: StoreChannel): void {
  for (const [key, question] of questions) {
    if (question.channel !== channel) continue;
    question.isFresh = false;
    if (question.watchers > 0) void ask(key, question);
  }
}

/** Forgets every answer: another store is open. */
export function forgetAnswers(): void {
  for (const [key, question] of questions) {
    question.isFresh = false;
    if (question.watchers === 0) questions.delete(key);
  }
  useData.setState((state) => ({ answers: {}, revision: state.revision + 1 }));
  for (const [key, question] of questions) void ask(key, question);
}

client.onDataChanged(invalidate);
