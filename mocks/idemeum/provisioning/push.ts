import type { Desired } from './desired.ts';
import { pushGroups } from './push-groups.ts';
import { pushMembers } from './push-members.ts';
import { pushUsers } from './push-users.ts';
import { createTally, type PushReport } from './report.ts';
import type { ProvisioningSettings } from './settings.ts';
import { createTransport, PushStopped, type TransportParts } from './transport.ts';

export interface Push extends Omit<TransportParts, 'baseUrl' | 'accessToken'> {
  readonly settings: ProvisioningSettings;
  readonly desired: Desired;
}

/**
 * Brings a service to what is desired: people, then groups, then who is in them. It reads what is there and changes what
 * differs, and keeps nothing between pushes; so a push that was cut off is finished by the next one.
 */
export async function push({ settings, desired, ...rest }: Push): Promise<PushReport> {
  const { baseUrl, accessToken } = settings;
  const transport = createTransport({ ...rest, baseUrl, accessToken });
  const tally = createTally();
  const startedAt = new Date(rest.now()).toISOString();
  const finish = (brokeOff?: string): PushReport => ({
    startedAt,
    finishedAt: new Date(rest.now()).toISOString(),
    ...tally,
    ...transport.counts,
    ...(brokeOff === undefined ? {} : { brokeOff }),
  });
  try {
    const parts = { transport, tally, desired, settings };
    const users = await pushUsers(parts);
    if (settings.groups) await pushMembers(parts, users, await pushGroups(parts));
    return finish();
  } catch (error) {
    if (error instanceof PushStopped) return finish(error.message);
    throw error;
  }
}
