import { fileURLToPath } from 'node:url';

import type { BenchRow } from './bench-types.ts';
import { median } from './bench-types.ts';
import { check, runCommand } from './processes.ts';

const ROUNDS = 3;
const PROCESS = fileURLToPath(new URL('timetable-process.ts', import.meta.url));

/** What timetable-process.ts prints. */
interface Answer {
  readonly faults: readonly string[];
  readonly pairs: number;
  readonly status: string;
  readonly ms: number;
  readonly nearMs: number;
  readonly loadMs: number;
  readonly greedyMs: number;
  readonly objective: number;
  readonly bound: number | null;
  readonly greedy: number;
  readonly served: number;
  readonly greedyServed: number;
  readonly meetings: number;
  readonly greedyMeetings: number;
  readonly peakMemoryMb: number;
}

/** Longest that somebody at a screen waits for a timetable. */
const LIMIT_MS = 30_000;

async function measured(kind: 'fairly' | 'freely'): Promise<BenchRow> {
  const answers: Answer[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { answer } = await runCommand(process.execPath, [PROCESS, kind]);
    // Printed by our own process.
    const parsed = JSON.parse(answer) as Answer;
    check(
      parsed.faults.length === 0,
      `a timetable breaks its conditions: ${parsed.faults[0] ?? ''}`,
    );
    check(parsed.served >= parsed.greedyServed, 'fewer wishes served than greedily');
    check(kind === 'fairly' || parsed.objective >= parsed.greedy, 'below the greedy baseline');
    answers.push(parsed);
  }
  const [first] = answers;
  check(first !== undefined, 'no answer');
  const middle = (of: (answer: Answer) => number): number => median(answers.map(of));
  const ms = middle((answer) => answer.ms);
  const gap = first.bound === null ? Number.NaN : (first.bound - first.objective) / first.objective;
  return {
    name: `timetable ${kind}`,
    measure: 'time to the end ÷ 30 s',
    ratio: ms / LIMIT_MS,
    reach: 1,
    figures: [
      { label: 'solved', value: ms, unit: 'ms' },
      { label: 'within 1 %', value: middle((answer) => answer.nearMs), unit: 'ms' },
      { label: 'solver loaded', value: middle((answer) => answer.loadMs), unit: 'ms' },
      { label: 'greedy', value: middle((answer) => answer.greedyMs), unit: 'ms' },
      { label: 'weight ÷ greedy', value: first.objective / first.greedy, unit: '×' },
    ],
    peakMemoryMb: Math.max(...answers.map(({ peakMemoryMb }) => peakMemoryMb)),
    note:
      `${first.pairs} pairs, 12 slots: ${first.status}, gap ${(100 * gap).toFixed(2)} %; ` +
      `${first.objective} against ${first.greedy} greedily, ` +
      `${first.meetings} against ${first.greedyMeetings} meetings, ` +
      `${first.served} against ${first.greedyServed} with a wish served`,
  };
}

/** The day of 30 buyers × 90 companies × 12 slots, beside a greedy timetable in the same run. */
export async function runTimetableBench(): Promise<BenchRow[]> {
  return [await measured('fairly'), await measured('freely')];
}
