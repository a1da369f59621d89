import { z } from 'zod';

/** What an administrator enters in the application's "Provisioning" section, and what the product decides by itself. */
export const provisioningSchema = z.strictObject({
  /** "SCIM Base URL", with or without a slash at its end. */
  baseUrl: z.url(),
  accessToken: z.string().min(1),
  /** "Group provisioning". */
  groups: z.boolean().default(true),
  /** What becomes of somebody who is deleted here. Who only loses the entitlement is switched off. */
  onRemoval: z.enum(['remove', 'deactivate']).default('remove'),
  /** What is sent as userName: it has to be what the assertions carry as NameID. */
  userName: z.enum(['email', 'id']).default('email'),
});
export type ProvisioningSettings = z.output<typeof provisioningSchema>;

/** How long to go on with a service that does not answer as it should. */
export interface RetryPolicy {
  /** Tries of one request, the first one included. */
  readonly attempts: number;
  /** Wait before the second try, in milliseconds; doubled for each one after it. */
  readonly baseMs: number;
  /** Longest wait that is not the service's own wish. */
  readonly capMs: number;
  /** Longest wait that is the service's wish; a service that wants more time is left alone. */
  readonly patienceMs: number;
}

export const retryPolicy: RetryPolicy = { attempts: 8, baseMs: 250, capMs: 20_000, patienceMs: 300_000 };
