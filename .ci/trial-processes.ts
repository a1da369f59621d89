import { readdir, readFile, readlink } from 'node:fs/promises';

/** A process that inherited a trial's mark, or works in its temporary folder. */
export interface MarkedProcess {
  readonly pid: number;
  readonly command: string;
}

/** All living processes with `mark` among their variables or arguments. Linux only. */
export async function processesWith(mark: string): Promise<readonly MarkedProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const [environment, command, stat] = await Promise.all(
        ['environ', 'cmdline', 'stat'].map((file) =>
          readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => ''),
        ),
      );
      if (environment === undefined || command === undefined || stat === undefined) return [];
      const ended = stat === '' || stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
      const marked = environment.includes(mark) || command.includes(mark);
      return marked && !ended
        ? [{ pid: Number(pid), command: command.replaceAll('\0', ' ').slice(0, 160) }]
        : [];
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
