import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** One run of the harness, known to later ones, so that they can clear away what a killed one left. */
export interface RunRecord {
  readonly id: string;
  readonly pid: number;
  /** Kernel start time of the process: a later process with the same pid has another. */
  readonly started: string;
  /** The runner that it started. */
  readonly runner?: { readonly pid: number; readonly started: string };
  /** Temporary folder of the run: browser profiles and the like. */
  readonly folder: string;
}

/** Folder of all records of this user. */
export function registryFolder(): string {
  return join(tmpdir(), `countersign-${userInfo().uid}`);
}

/** Enters this process as a run and makes its temporary folder. */
export async function enterRun(registry = registryFolder()): Promise<RunRecord> {
  const id = randomUUID();
  const folder = join(registry, id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const record: RunRecord = { id, pid: process.pid, started: (await startTimeOf(process.pid)) ?? '', folder };
  await saveRun(record, registry);
  return record;
}

export async function saveRun(record: RunRecord, registry = registryFolder()): Promise<void> {
  await writeFile(join(registry, `${record.id}.json`), JSON.stringify(record), { mode: 0o600 });
}

/** Ends a run: its temporary folder and record go. */
export async function leaveRun(record: RunRecord, registry = registryFolder()): Promise<void> {
  await rm(record.folder, { recursive: true, force: true, maxRetries: 3 });
  await rm(join(registry, `${record.id}.json`), { force: true });
}

/**
 * Clears away what killed runs left: processes that are still the ones recorded, and temporary folders.
 * Runs that are alive are not touched.
 * @returns ids of the runs that were cleared
 */
export async function sweepRuns(registry = registryFolder()): Promise<readonly string[]> {
  const files = await readdir(registry).catch(() => []);
  const swept: string[] = [];
  for (const file of files.filter((name) => name.endsWith('.json'))) {
    const record = await readRecord(join(registry, file));
    if (record === undefined || (await isAlive(record))) continue;
    if (record.runner !== undefined && (await isAlive(record.runner))) await killTree(record.runner.pid);
    await leaveRun(record, registry);
    swept.push(record.id);
  }
  return swept;
}

async function readRecord(file: string): Promise<RunRecord | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as RunRecord; // only enterRun writes here
  } catch {
    return undefined;
  }
}

async function isAlive({ pid, started }: { pid: number; started: string }): Promise<boolean> {
  const now = await startTimeOf(pid);
  return now !== undefined && now === started;
}

/** Field 22 of /proc/PID/stat; elsewhere the fact of existence has to do. */
export async function startTimeOf(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    if (process.platform === 'linux') return undefined;
    try {
      process.kill(pid, 0);
      return 'exists';
    } catch {
      return undefined;
    }
  }
}

async function killTree(pid: number): Promise<void> {
  for (const child of await childrenOf(pid)) await killTree(child);
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

async function childrenOf(pid: number): Promise<readonly number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return text.split(' ').filter(Boolean).map(Number);
}
