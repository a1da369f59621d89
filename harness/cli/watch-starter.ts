import { readFileSync } from 'node:fs';

/**
 * Calls back when the npm that started this process is gone: a run that nobody waits for must not go on.
 * Started otherwise, for example detached on purpose, nothing is watched.
 * @returns stops watching
 */
export function watchStarter(onGone: () => void): () => void {
  if (process.env.npm_lifecycle_event === undefined) return () => undefined;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    onGone();
  }, 500).unref();
  return () => clearInterval(timer);
}

/** Parent and, where the system tells, grandparent: npm starts scripts through a shell. */
function ancestors(): string {
  const parent = process.ppid;
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8');
    return `${parent} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return String(parent);
  }
}
