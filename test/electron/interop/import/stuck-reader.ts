/** A reader that says it is ready and then never answers again, as a parser in a loop. */
import { parentPort } from 'node:worker_threads';

const ready = { type: 'ready' };
const port = parentPort;
if (port) {
  port.on('message', spin);
  port.postMessage(ready);
} else {
  process.on('message', spin);
  process.send?.(ready);
}

function spin(): void {
  let turns = 0;
  while (turns >= 0) turns = (turns + 1) % 1_000_000;
}
