import { z } from 'zod';
import type { Pool } from '../pool.ts';
import { findAttributeProblems } from '../pool-attributes.ts';
import { PoolError } from '../pool-error.ts';
import type { PoolUser } from '../types.ts';
import { findClient, type Metadata, read, requests } from './read-request.ts';
import { eventAttributes, maskAddress } from './user-reply.ts';

/** Codes that were sent, by user name. */
export type Codes = Map<string, { readonly code: string; readonly expiresAt: number }>;

const dayMs = 24 * 60 * 60_000;
const preSignUp = z.object({
  autoConfirmUser: z.boolean().nullish(),
  autoVerifyEmail: z.boolean().nullish(),
  autoVerifyPhone: z.boolean().nullish(),
});

/** SignUp: the pre sign-up trigger decides, then the user is there, and a code is on its way. */
export async function signUp(pool: Pool, codes: Codes, body: unknown) {
  const asked = read(requests.signUp, body);
  const client = findClient(pool, asked.ClientId, asked.Username, asked.SecretHash);
  refuseWeakPassword(asked.Password);
  if (pool.users.get(asked.Username) !== undefined)
    throw new PoolError('UsernameExistsException', 'User already exists');
  const [problem] = findAttributeProblems(pool.config.schema, client, undefined, asked.UserAttributes);
  if (problem !== undefined)
    throw problem.endsWith('unauthorized attribute')
      ? new PoolError('NotAuthorizedException', 'A client attempted to write unauthorized attribute')
      : new PoolError('InvalidParameterException', `Attributes did not conform to the schema: ${problem}`);
  const { response } = await pool.trigger('PreSignUp_SignUp', {
    userName: asked.Username,
    clientId: client.id,
    request: {
      userAttributes: asked.UserAttributes,
      validationData: asked.ValidationData ?? null,
      ...withMetadata(asked.ClientMetadata),
    },
    response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  });
  const { data, error } = preSignUp.safeParse(response);
  if (error !== undefined)
    throw new PoolError('InvalidLambdaResponseException', 'Unrecognizable lambda output');
  const isConfirmed = data.autoConfirmUser === true;
  const user = pool.users.draft(asked.Username, {
    status: isConfirmed ? 'CONFIRMED' : 'UNCONFIRMED',
    password: asked.Password,
    attributes: {
      ...asked.UserAttributes,
      ...(data.autoVerifyEmail === true ? { email_verified: 'true' } : {}),
      ...(data.autoVerifyPhone === true ? { phone_number_verified: 'true' } : {}),
    },
  });
  pool.users.put(user);
  if (isConfirmed) {
    await confirmed(pool, client.id, user, asked.ClientMetadata);
    return { UserConfirmed: true, UserSub: user.sub };
  }
  return { UserConfirmed: false, UserSub: user.sub, ...sendCode(pool, codes, user) };
}

/** ConfirmSignUp with the code that was sent. */
export async function confirmSignUp(pool: Pool, codes: Codes, body: unknown) {
  const asked = read(requests.confirmSignUp, body);
  const client = findClient(pool, asked.ClientId, asked.Username, asked.SecretHash);
  const user = pool.users.get(asked.Username);
  const sent = codes.get(asked.Username);
  const expired = new PoolError(
    'ExpiredCodeException',
    'Invalid code provided, please request a code again.',
  );
  // Somebody unknown is told the same as somebody with an old code (PreventUserExistenceErrors).
  if (user === undefined)
    throw client.hidesUsers ? expired : new PoolError('UserNotFoundException', 'User does not exist.');
  if (user.status !== 'UNCONFIRMED')
    throw new PoolError(
      'NotAuthorizedException',
      `User cannot be confirmed. Current status is ${user.status}`,
    );
  if (sent === undefined || pool.clock.now() >= sent.expiresAt) throw expired;
  if (sent.code !== asked.ConfirmationCode)
    throw new PoolError('CodeMismatchException', 'Invalid verification code provided, please try again.');
  codes.delete(user.username);
  const now: PoolUser = {
    ...user,
    status: 'CONFIRMED',
    attributes: { ...user.attributes, email_verified: 'true' },
  };
  pool.users.put(now);
  await confirmed(pool, client.id, now, asked.ClientMetadata);
  return {};
}

export function resendCode(pool: Pool, codes: Codes, body: unknown) {
  const asked = read(requests.resend, body);
  findClient(pool, asked.ClientId, asked.Username, asked.SecretHash);
  const user = pool.users.get(asked.Username);
  if (user === undefined)
    throw new PoolError('UserNotFoundException', 'Username/client id combination not found.');
  if (user.status !== 'UNCONFIRMED')
    throw new PoolError('InvalidParameterException', 'User is already confirmed.');
  return sendCode(pool, codes, user);
}

/** Calls the post confirmation trigger. */
export async function confirmed(
  pool: Pool,
  clientId: string,
  user: PoolUser,
  metadata: Metadata,
): Promise<void> {
  await pool.trigger('PostConfirmation_ConfirmSignUp', {
    userName: user.username,
    clientId,
    request: { userAttributes: eventAttributes(user), ...withMetadata(metadata) },
    response: {},
  });
}

function sendCode(pool: Pool, codes: Codes, user: PoolUser) {
  const code = String(pool.ids.number(0, 999_999)).padStart(6, '0');
  codes.set(user.username, { code, expiresAt: pool.clock.now() + dayMs });
  const { email } = user.attributes;
  if (email === undefined) return {};
  return {
    CodeDeliveryDetails: {
      AttributeName: 'email',
      DeliveryMedium: 'EMAIL',
      Destination: maskAddress(email),
    },
  };
}

/** The policy that a new pool has (COG, password requirements). */
function refuseWeakPassword(password: string): void {
  const problem =
    password.length < 8
      ? 'Password not long enough'
      : !/[a-z]/.test(password)
        ? 'Password must have lowercase characters'
        : !/[A-Z]/.test(password)
          ? 'Password must have uppercase characters'
          : !/\d/.test(password)
            ? 'Password must have numeric characters'
            : /[^A-Za-z0-9]/.test(password)
              ? undefined
              : 'Password must have symbol characters';
  if (problem !== undefined)
    throw new PoolError('InvalidPasswordException', `Password did not conform with policy: ${problem}`);
}

function withMetadata(metadata: Metadata) {
  return metadata === undefined ? {} : { clientMetadata: metadata };
}
