import { readdir, readFile, readlink } from 'node:fs/promises';

/** A process that belongs to a trial. */
export interface TrialProcess {
  readonly pid: number;
  /** Kernel start time: a later process with the same pid has another. */
  readonly started: string;
  readonly command: string;
}

interface Seen extends TrialProcess {
  readonly parent: number;
  readonly marked: boolean;
}

/**
 * All living processes with `mark` among their variables, and their descendants: browsers write over the variables of
 * their own helpers. Linux only.
 */
export async function processesWith(mark: string): Promise<readonly TrialProcess[]> {
  const all = await livingProcesses(mark);
  const own = new Set(all.filter(({ marked }) => marked).map(({ pid }) => pid));
  for (let before = -1; before !== own.size; ) {
    before = own.size;
    for (const { pid, parent } of all) if (own.has(parent)) own.add(pid);
  }
  return all.filter(({ pid }) => own.has(pid));
}

/** Those of `processes` that still live, and those that carry the mark, whoever started them. */
export async function survivorsOf(
  processes: readonly TrialProcess[],
  mark: string,
): Promise<readonly TrialProcess[]> {
  const known = new Set(processes.map(({ pid, started }) => `${pid} ${started}`));
  const all = await livingProcesses(mark);
  return all.filter(({ pid, started, marked }) => marked || known.has(`${pid} ${started}`));
}

async function livingProcesses(mark: string): Promise<readonly Seen[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const read = (file: string) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
      const [stat, environment, command] = [await read('stat'), await read('environ'), await read('cmdline')];
      const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (stat === '' || state === 'Z') return [];
      return [
        {
          pid: Number(pid),
          parent: Number(parent),
          started: rest[17] ?? '',
          marked: environment.split('\0').includes(mark),
          command: command.replaceAll('\0', ' ').slice(0, 160),
        },
      ];
    }),
  );
  return found.flat();
}

/** Inodes of the sockets on which these processes listen. */
export async function listeningSockets(pids: readonly number[]): Promise<ReadonlySet<string>> {
  const listening = await allListening();
  const own = await Promise.all(pids.map(socketsOf));
  return new Set(own.flat().filter((inode) => listening.has(inode)));
}

/** Inodes of all sockets of this machine on which somebody listens. */
export async function allListening(): Promise<ReadonlySet<string>> {
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')),
  );
  const rows = tables.flatMap((text) => text.split('\n').slice(1)).map((row) => row.trim().split(/\s+/));
  return new Set(rows.flatMap((row) => (row[3] === '0A' && row[9] !== undefined ? [row[9]] : [])));
}

async function socketsOf(pid: number): Promise<readonly string[]> {
  const names = await readdir(`/proc/${pid}/fd`).catch(() => []);
  const links = await Promise.all(names.map((name) => readlink(`/proc/${pid}/fd/${name}`).catch(() => '')));
  return links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
}
