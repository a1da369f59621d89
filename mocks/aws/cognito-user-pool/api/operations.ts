import type { Pool } from '../pool.ts';
import type { ChallengeSessions } from './challenge-sessions.ts';
import { findClient, read, requests } from './read-request.ts';
import { initiateAuth, refreshed, respond } from './sign-in.ts';
import { type Codes, confirmSignUp, resendCode, signUp } from './sign-up.ts';
import {
  adminConfirm,
  adminGetUser,
  adminSignOut,
  adminUpdate,
  getUser,
  globalSignOut,
  updateAttributes,
} from './users.ts';

/** What operations work with. */
export interface ApiContext {
  readonly pool: Pool;
  readonly sessions: ChallengeSessions;
  readonly codes: Codes;
}

type Operation = (context: ApiContext, body: unknown) => unknown;

/** Operations of the API that anybody may call (idp-model: `noAuth`). */
export const openOperations: Readonly<Record<string, Operation>> = {
  SignUp: ({ pool, codes }, body) => signUp(pool, codes, body),
  ConfirmSignUp: ({ pool, codes }, body) => confirmSignUp(pool, codes, body),
  ResendConfirmationCode: ({ pool, codes }, body) => resendCode(pool, codes, body),
  InitiateAuth: ({ pool, sessions }, body) => initiateAuth(pool, sessions, 'InitiateAuth', body),
  RespondToAuthChallenge: ({ pool, sessions }, body) => respond(pool, sessions, body),
  GetTokensFromRefreshToken: ({ pool }, body) => {
    const { ClientId, RefreshToken } = read(requests.refresh, body);
    return refreshed(pool, findClient(pool, ClientId, '', undefined), RefreshToken);
  },
  GetUser: ({ pool }, body) => getUser(pool, body),
  UpdateUserAttributes: ({ pool }, body) => updateAttributes(pool, body),
  GlobalSignOut: ({ pool }, body) => globalSignOut(pool, body),
  RevokeToken: ({ pool }, body) => {
    const { ClientId, Token } = read(requests.revoke, body);
    pool.tokens.revoke(findClient(pool, ClientId, '', undefined), Token);
    return {};
  },
};

/** Operations that need a signature of IAM. */
export const adminOperations: Readonly<Record<string, Operation>> = {
  AdminInitiateAuth: ({ pool, sessions }, body) => initiateAuth(pool, sessions, 'AdminInitiateAuth', body),
  AdminRespondToAuthChallenge: ({ pool, sessions }, body) => respond(pool, sessions, body),
  AdminGetUser: ({ pool }, body) => adminGetUser(pool, body),
  AdminUpdateUserAttributes: ({ pool }, body) => adminUpdate(pool, body),
  AdminConfirmSignUp: ({ pool, codes }, body) => adminConfirm(pool, codes, body),
  AdminUserGlobalSignOut: ({ pool }, body) => adminSignOut(pool, body),
};
