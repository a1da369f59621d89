import type { ControlClient } from '../../../harness/model/double.ts';
import { createAccountsClient } from '../iam/client.ts';
import type { StsSettings } from '../sts/config.ts';
import type { SignInAuditRecord } from './audit.ts';
import type { ConsoleUser } from './control.ts';

/** Typed calls of the sign-in double's control API, those of its accounts among them. */
export function createSignInClient(control: ControlClient) {
  const audit = () => control.get<readonly SignInAuditRecord[]>('/audit');
  return {
    ...createAccountsClient(control),
    /** @param cookie a Cookie header of the console's host */
    whoami: async (cookie: string): Promise<ConsoleUser | undefined> => {
      const found = await control.send<ConsoleUser | { userName: null }>('POST', '/whoami', { cookie });
      return found.userName === null ? undefined : found;
    },
    sessions: () => control.get<readonly ConsoleUser[]>('/sessions'),
    audit,
    /** Why the latest refusal was made, in our own words. */
    lastRefusal: async () => {
      const refused = (await audit()).findLast((one) => 'reason' in one && one.reason !== undefined);
      return refused !== undefined && 'reason' in refused ? refused.reason : undefined;
    },
    changeSettings: (settings: Partial<StsSettings>) =>
      control.send<StsSettings>('PATCH', '/settings', settings),
  };
}
export type SignInClient = ReturnType<typeof createSignInClient>;
