import { readFileSync, readlinkSync } from 'node:fs';

/** Those between this process and the npm that started it, as `ancestors` tells them. */
export type Starter = string;

/** Must be asked for as early as possible: later the starter may be gone already. */
export function findStarter(): Starter {
  return ancestors();
}

/**
 * Calls back when the npm that started this process is gone: a run that nobody waits for must not go on.
 * Started otherwise, for example detached on purpose, nothing is watched.
 */
export function watchStarter(starter: Starter, onGone: () => void): Disposable {
  if (process.env.npm_lifecycle_event === undefined) return { [Symbol.dispose]: () => undefined };
  const timer = setInterval(() => {
    if (ancestors() === starter) return;
    clearInterval(timer);
    onGone();
  }, 500).unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

/**
 * The parent; and where that is a shell that npm started the script through, the grandparent, as far as the system tells.
 * Whoever started npm is not watched: a terminal may be closed on purpose.
 */
function ancestors(): string {
  const parent = process.ppid;
  try {
    if (readlinkSync(`/proc/${parent}/exe`) === process.env.npm_node_execpath) return String(parent);
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8');
    return `${parent} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return String(parent);
  }
}
