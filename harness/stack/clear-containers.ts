import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Label on every container that a run starts; its value is the run's id. */
export const runLabel = 'countersign.run';
/** A run's networks are named by this and the run's id. */
export const networkPrefix = 'countersign-';

/** Removes whatever a run left in the engine; without an engine there is nothing to remove. */
export async function clearContainers(runId: string): Promise<void> {
  const docker = async (...args: readonly string[]) =>
    (await promisify(execFile)('docker', [...args]).catch(() => ({ stdout: '' }))).stdout
      .split(/\s+/)
      .filter(Boolean);
  const containers = await docker('ps', '--all', '--quiet', '--filter', `label=${runLabel}=${runId}`);
  if (containers.length > 0) await docker('rm', '--force', '--volumes', ...containers);
  const networks = await docker('network', 'ls', '--quiet', '--filter', `name=${networkPrefix}${runId}`);
  if (networks.length > 0) await docker('network', 'rm', ...networks);
}
