import { rmSync } from 'node:fs';
import type { ScimEndpoint } from '../../harness/flows/scim-probe/caller.ts';
import { createScimCaller } from '../../harness/flows/scim-probe/caller.ts';
import { listOf, objectOf, textAt } from '../../harness/scim/read-requests.ts';
import { readLeftovers } from './journal.ts';

/**
 * Removes what killed runs left at this service.
 * @returns how many people and groups were removed
 */
export async function clearLeftovers(
  folder: string,
  endpoint: ScimEndpoint,
  isAlive: (pid: number) => boolean,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  const { call } = createScimCaller({ endpoint, sleep, prefix: 'countersign-' });
  let removed = 0;
  for (const { file, targets, looks } of readLeftovers(folder, isAlive)) {
    const found: string[] = [];
    for (const look of looks) {
      const kind = look.slice(1).split('?')[0] ?? '';
      const { body } = await call('GET', look);
      for (const one of listOf(objectOf(body).Resources)) {
        const id = textAt(one, 'id');
        if (id !== undefined) found.push(`/${kind}/${encodeURIComponent(id)}`);
      }
    }
    let isCleared = true;
    for (const target of new Set([...found, ...targets.toReversed()])) {
      const { status } = await call('DELETE', target);
      if (status < 300) removed += 1;
      else if (status !== 404) isCleared = false;
    }
    if (isCleared) rmSync(file, { force: true });
  }
  return removed;
}
