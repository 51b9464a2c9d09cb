import { cp } from 'node:fs/promises';
import { join } from 'node:path';

import type { BenchRow } from './bench-types.ts';
import { median } from './bench-types.ts';
import { check, runTask } from './processes.ts';
import type { Stores } from './store.bench.ts';

const ROUNDS = 5;
const SCRIPT = './board-process.ts';

const STEPS = {
  open: 'the board with its first cards ÷ its counts in one statement',
  filter: 'the same of one département ÷ its counts in one statement',
  drag: 'three cards moved, journaled and searchable ÷ one row changed and synced',
  aggregate: '20 members ranked with ties and dispersion ÷ weighted mean in one statement',
} as const;
type Step = keyof typeof STEPS;

interface Measured {
  readonly counts: number[];
  readonly filtered: number[];
  readonly times: Readonly<Record<Step, number>>;
}

/** The board of 5,000 applications scored by 20 members, beside plain SQL on the same store. */
export async function runBoardBench({ folder }: Stores): Promise<BenchRow[]> {
  const cache = join(folder, 'cache');
  const made = join(folder, 'board.rapporteur');
  await runTask(SCRIPT, ['make', made], cache);
  const rounds: { ours: Measured; plain: Measured; peakMb: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const path = join(folder, `board-${round}.rapporteur`);
    await cp(made, path);
    const ours = await runTask<Measured>(SCRIPT, ['ours', path], cache);
    const plain = await runTask<Measured>(SCRIPT, ['plain', path], cache);
    check(
      JSON.stringify([ours.answer.counts, ours.answer.filtered]) ===
        JSON.stringify([plain.answer.counts, plain.answer.filtered]),
      `${JSON.stringify(ours.answer.counts)} is not ${JSON.stringify(plain.answer.counts)}`,
    );
    rounds.push({ ours: ours.answer, plain: plain.answer, peakMb: ours.answer.peakMb });
  }
  const peakMemoryMb = Math.max(...rounds.map(({ peakMb }) => peakMb));
  return (['open', 'filter', 'drag', 'aggregate'] as const).map((step) => ({
    name: `board ${step}`,
    measure: STEPS[step],
    ratio: median(rounds.map(({ ours, plain }) => ours.times[step] / plain.times[step])),
    figures: [
      { label: 'ours', value: median(rounds.map(({ ours }) => ours.times[step])), unit: 'ms' },
      { label: 'SQL', value: median(rounds.map(({ plain }) => plain.times[step])), unit: 'ms' },
    ],
    peakMemoryMb,
  }));
}
