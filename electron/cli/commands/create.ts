import { existsSync, rmSync } from 'node:fs';

import { createExampleStore } from '#services/example.ts';
import type { SessionOptions } from '#services/session.ts';
import { createStore } from '#services/session.ts';

import type { CliRequest, Command } from '../command.ts';
import { asRefusal, sessionOptions } from '../store.ts';

function makeStore(request: CliRequest, options: SessionOptions): void {
  const session = request.isSet('example')
    ? createExampleStore({ ...options, author: request.author })
    : createStore(options);
  session.close();
}

/** Takes away what a creation that failed left behind; never a file that was there before. */
function removeLeftovers(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal', '.lock']) {
    rmSync(`${path}${suffix}`, { force: true });
  }
}

export const create: Command = {
  arguments: [],
  required: ['store'],
  optional: ['example'],
  run: (request) => {
    const options = sessionOptions(request);
    const { path } = options;
    const isNew = !existsSync(path);
    try {
      makeStore(request, options);
    } catch (error) {
      if (isNew) removeLeftovers(path);
      throw asRefusal(error, path);
    }
    const isExample = request.isSet('example');
    return {
      json: { store: path, isExample },
      text: request.words.t(isExample ? 'cli:createdExample' : 'cli:created', { path }),
    };
  },
};
