import { createHash } from 'node:crypto';

const work = Buffer.alloc(64 * 2 ** 20, 'countersign');

/**
 * How long something takes, in paces: the time that a fixed piece of work (hashing 64 MiB) takes just before and after
 * on the same machine under the same load. A pace is about a twentieth of a second on an idle core.
 */
export async function paced<T>(act: () => T | Promise<T>): Promise<{ result: T; paces: number }> {
  const before = paceMs();
  const started = performance.now();
  const result = await act();
  const took = performance.now() - started;
  return { result, paces: took / ((before + paceMs()) / 2) };
}

/** A pace in milliseconds, here and now. */
export function paceMs(): number {
  const started = performance.now();
  createHash('sha256').update(work).digest();
  return performance.now() - started;
}
