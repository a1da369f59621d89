import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Pool } from '../pool.ts';
import { PoolError } from '../pool-error.ts';
import type { AppClient } from '../types.ts';

const map = z.record(z.string(), z.string());
export const metadata = map.optional();
export type Metadata = Readonly<Record<string, string>> | undefined;
export const attributes = z
  .array(z.object({ Name: z.string(), Value: z.string().default('') }))
  .default([])
  .transform((list) => Object.fromEntries(list.map(({ Name, Value }) => [Name, Value])));
export const parameters = map.default({});
const client = z.string().min(1).max(128);
const user = z.string().min(1).max(128);

/** Requests of the operations that this double has; members that it does not use are ignored. */
export const requests = {
  signUp: z.object({
    ClientId: client,
    SecretHash: z.string().optional(),
    Username: user,
    Password: z.string().min(1).max(256),
    UserAttributes: attributes,
    ValidationData: attributes.optional(),
    ClientMetadata: metadata,
  }),
  confirmSignUp: z.object({
    ClientId: client,
    SecretHash: z.string().optional(),
    Username: user,
    ConfirmationCode: z.string().min(1),
    ClientMetadata: metadata,
  }),
  resend: z.object({ ClientId: client, SecretHash: z.string().optional(), Username: user }),
  initiateAuth: z.object({
    ClientId: client,
    AuthFlow: z.string(),
    AuthParameters: parameters,
    ClientMetadata: metadata,
  }),
  respond: z.object({
    ClientId: client,
    ChallengeName: z.string(),
    Session: z.string().min(20).max(2048),
    ChallengeResponses: parameters,
    ClientMetadata: metadata,
  }),
  refresh: z.object({ ClientId: client, ClientSecret: z.string().optional(), RefreshToken: z.string() }),
  accessToken: z.object({ AccessToken: z.string() }),
  updateAttributes: z.object({ AccessToken: z.string(), UserAttributes: attributes }),
  revoke: z.object({ ClientId: client, ClientSecret: z.string().optional(), Token: z.string() }),
  adminUser: z.object({ UserPoolId: z.string(), Username: user, ClientMetadata: metadata }),
  adminUpdate: z.object({ UserPoolId: z.string(), Username: user, UserAttributes: attributes }),
} as const;

/** @throws PoolError InvalidParameterException that names the first member that does not fit */
export function read<T>(shape: z.ZodType<T>, body: unknown): T {
  const { data, error } = shape.safeParse(body);
  if (error === undefined) return data;
  const [issue] = error.issues;
  const path = issue?.path.map((part) => String(part)).join('.') ?? '';
  throw new PoolError(
    'InvalidParameterException',
    `1 validation error detected: Value at '${path}' failed to satisfy constraint: ${issue?.message}`,
  );
}

/** The app client, its secret proved where it has one. @throws PoolError in the words of AWS */
export function findClient(pool: Pool, id: string, userName: string, secretHash?: string): AppClient {
  const found = pool.client(id);
  if (found === undefined)
    throw new PoolError('ResourceNotFoundException', `User pool client ${id} does not exist.`);
  if (found.secret === undefined) return found;
  if (secretHash === undefined)
    throw new PoolError(
      'NotAuthorizedException',
      `Client ${id} is configured with secret but SECRET_HASH was not received`,
    );
  const right = createHmac('sha256', found.secret).update(`${userName}${id}`).digest('base64');
  if (secretHash !== right)
    throw new PoolError('NotAuthorizedException', `Unable to verify secret hash for client ${id}`);
  return found;
}
