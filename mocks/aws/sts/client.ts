import type { ControlClient } from '../../../harness/model/double.ts';
import { createAccountsClient } from '../iam/client.ts';
import type { StsAuditRecord } from './audit.ts';
import type { StsSettings } from './config.ts';
import type { SessionView } from './sessions.ts';

/** Typed calls of the STS double's control API, those of its accounts among them. */
export function createStsClient(control: ControlClient) {
  const audit = () => control.get<readonly StsAuditRecord[]>('/audit');
  return {
    ...createAccountsClient(control),
    sessions: () => control.get<readonly SessionView[]>('/sessions'),
    /** ARN of whoever holds these keys; null when they are unknown or expired. */
    whoami: async (accessKeyId: string) =>
      (await control.send<{ arn: string | null }>('POST', '/whoami', { accessKeyId })).arn,
    audit,
    /** Why the latest refusal was made, in our own words. */
    lastRefusal: async () => (await audit()).findLast((one) => one.reason !== undefined)?.reason,
    changeSettings: (settings: Partial<StsSettings>) =>
      control.send<StsSettings>('PATCH', '/settings', settings),
  };
}
export type StsClient = ReturnType<typeof createStsClient>;
