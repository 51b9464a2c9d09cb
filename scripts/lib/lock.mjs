import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { messages } from './messages.mjs';
import { runtime } from './paths.mjs';

const file = path.join(runtime, 'lock');

function holder() {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (!Number.isInteger(pid) || pid <= 0) return null;
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === 'EPERM' ? -1 : null;
  }
}

function tryAcquire() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** Runs `work` while no other set-up of this project does; a lock left by a dead process is taken. */
export async function withLock(report, work) {
  mkdirSync(runtime, { recursive: true });
  let told = false;
  while (!tryAcquire()) {
    const pid = holder();
    if (pid === null) {
      // Written a moment ago by a process that has not put its number in yet, or left behind.
      await sleep(200);
      if (holder() === null) rmSync(file, { force: true });
      continue;
    }
    if (!told) report.action(messages.waiting(pid));
    told = true;
    await sleep(300);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
