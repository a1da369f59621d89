import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { CountersignError } from '../model/error.ts';
import { clearContainers } from '../stack/clear-containers.ts';
import { endProcessesOf } from './run-processes.ts';

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
  /** True when it may have started containers. */
  readonly containers: boolean;
  /** Folder that it writes its report to. */
  readonly reportFolder?: string;
}

export type ReportingRun = RunRecord & { readonly reportFolder: string };

type Plan = Pick<RunRecord, 'containers' | 'reportFolder'>;

/** A folder or draft younger than this may belong to a run that is just being entered. */
const draftAgeMs = 60_000;

/** Folder of all records of this user. */
export function registryFolder(): string {
  return join(tmpdir(), `countersign-${userInfo().uid}`);
}

/**
 * Enters this process as a run and makes its temporary folder.
 * @throws CountersignError `usage` when a run that is alive writes to the same report folder
 */
export async function enterRun<P extends Plan>(plan: P, registry = registryFolder()): Promise<RunRecord & P> {
  const id = randomUUID();
  const folder = join(registry, id);
  const started = (await startTimeOf(process.pid)) ?? '';
  const record = { ...plan, id, pid: process.pid, started, folder };
  await mkdir(registry, { recursive: true, mode: 0o700 });
  await saveRun(record, registry);
  const other = await findRunInto(record, registry);
  if (other !== undefined) {
    await leaveRun(record, registry);
    throw new CountersignError(
      'usage',
      `Another run (process ${other.pid}) is writing to the report folder "${other.reportFolder}".`,
      'Wait for its end, or name another folder with --report-dir.',
    );
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return record;
}

async function findRunInto(own: RunRecord, registry: string): Promise<RunRecord | undefined> {
  if (own.reportFolder === undefined) return undefined;
  for (const name of await recordsIn(registry)) {
    const record = await readRecord(join(registry, name));
    if (record?.reportFolder === own.reportFolder && record.id !== own.id && (await isAlive(record)))
      return record;
  }
  return undefined;
}

async function recordsIn(registry: string): Promise<readonly string[]> {
  const names = await readdir(registry).catch(() => []);
  return names.filter((name) => name.endsWith('.json'));
}

/** Writes the record in one step: a reader sees the old one or the new one, never half. */
export async function saveRun(record: RunRecord, registry = registryFolder()): Promise<void> {
  const draft = join(registry, `${record.id}.draft`);
  await writeFile(draft, JSON.stringify(record), { mode: 0o600 });
  await rename(draft, join(registry, `${record.id}.json`));
}

/** Ends a run: its temporary folder and record go. */
export async function leaveRun(record: RunRecord, registry = registryFolder()): Promise<void> {
  await rm(record.folder, { recursive: true, force: true, maxRetries: 3 });
  await rm(join(registry, `${record.id}.json`), { force: true });
}

/**
 * Clears away what killed runs left: processes, containers, temporary folders. Runs that are alive are not touched.
 * Without such runs it only lists one folder.
 * @returns ids of the runs that were cleared
 */
export async function sweepRuns(registry = registryFolder()): Promise<readonly string[]> {
  const names = await readdir(registry).catch(() => []);
  const swept: string[] = [];
  for (const name of names.filter((one) => one.endsWith('.json'))) {
    const record = await readRecord(join(registry, name));
    if (record === undefined || (await isAlive(record))) continue;
    await endRunner(record);
    await endProcessesOf(record.id);
    if (record.containers) await clearContainers(record.id);
    await leaveRun(record, registry);
    swept.push(record.id);
  }
  await sweepStrays(registry, names);
  return swept;
}

/** What has no record: a run was killed while it entered or left. */
async function sweepStrays(registry: string, names: readonly string[]): Promise<void> {
  const strays = names.filter((name) => !name.endsWith('.json') && !names.includes(`${name}.json`));
  for (const name of strays) {
    const path = join(registry, name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > draftAgeMs) await rm(path, { recursive: true, force: true });
  }
}

async function readRecord(file: string): Promise<RunRecord | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as RunRecord; // only saveRun writes here
  } catch {
    return undefined;
  }
}

async function isAlive({ pid, started }: { pid: number; started: string }): Promise<boolean> {
  const now = await startTimeOf(pid);
  return now !== undefined && now === started;
}

/** Field 22 of /proc/PID/stat; elsewhere the fact of existence has to do. A process that only waits to be buried is gone. */
export async function startTimeOf(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
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

async function endRunner({ runner }: RunRecord): Promise<void> {
  if (runner !== undefined && (await isAlive(runner))) await killTree(runner.pid);
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
