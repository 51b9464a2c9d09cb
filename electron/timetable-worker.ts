import { parentPort, workerData } from 'node:worker_threads';

import loadHighs from 'highs';

import { answerTask } from '#services/timetable/answer.ts';
import type { FromSolver, SolverTask } from '#services/timetable/protocol.ts';

const port = parentPort;
if (port !== null) {
  const post = (message: FromSolver): void => port.postMessage(message);
  // Started by the program itself, with a task of its own.
  const task = workerData as SolverTask;
  const highs = await loadHighs({ wasmBinary: task.wasm });
  const answer = answerTask(highs, task, (progress) => post({ type: 'progress', progress }));
  post({ type: 'solved', answer });
}
