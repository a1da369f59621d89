import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Variable that every process of a run inherits, browsers too; its value is the run's id. */
export const runVariable = 'COUNTERSIGN_RUN_ID';

/**
 * Ends every process that still carries the run's id, however far it strayed from the process that started it; this
 * process is never among them. Only Linux tells other processes' variables: elsewhere nothing is found.
 */
export async function endProcessesOf(runId: string): Promise<void> {
  // A process that is ended may just have started another.
  for (let tries = 0; tries < 20; tries += 1) {
    const found = await processesOf(runId);
    if (found.length === 0) return;
    for (const pid of found) end(pid);
    await sleep(50);
  }
}

/** Ids of the living processes that inherited the run's id. */
export async function processesOf(runId: string): Promise<readonly number[]> {
  const names = await readdir('/proc').catch(() => []);
  const pids = names.filter((name) => /^\d+$/.test(name) && name !== String(process.pid));
  const carriers = await Promise.all(
    pids.map(async (pid) => ((await carries(pid, runId)) ? [Number(pid)] : [])),
  );
  return carriers.flat();
}

/** An ended process that nobody has waited for has no variables any more. */
async function carries(pid: string, runId: string): Promise<boolean> {
  const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
  return environment.split('\0').includes(`${runVariable}=${runId}`);
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
