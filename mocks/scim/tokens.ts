import { createHash } from 'node:crypto';
import { ControlError } from '../core/control.ts';
import { tokenRules } from './limits.ts';
import { ScimError } from './scim-error.ts';

/** An access token without its secret. */
export interface TokenRecord {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly state: 'live' | 'expired' | 'revoked';
}

export interface Tokens {
  /** Makes a token; 409 when there are already as many as there may be. The secret is shown this once. */
  readonly create: (secret?: string) => TokenRecord & { readonly token: string };
  readonly revoke: (id: string) => void;
  readonly list: () => readonly TokenRecord[];
  /** Throws UnauthorizedException unless the header carries a live token. */
  readonly check: (authorization: string | null) => void;
}

interface Kept {
  readonly id: string;
  /** SHA-256 of the secret, which itself is not kept. */
  readonly digest: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  isRevoked: boolean;
}

export function createTokens(now: () => number, newSecret: () => string): Tokens {
  const tokens: Kept[] = [];
  const stateOf = ({ isRevoked, expiresAt }: Kept): TokenRecord['state'] => {
    if (isRevoked) return 'revoked';
    return now() >= expiresAt ? 'expired' : 'live';
  };
  const show = (one: Kept): TokenRecord => ({
    id: one.id,
    createdAt: new Date(one.createdAt).toISOString(),
    expiresAt: new Date(one.expiresAt).toISOString(),
    state: stateOf(one),
  });
  return {
    create: (secret = newSecret()) => {
      // An expired token takes up its place until it is deleted, as in the console.
      if (tokens.filter(({ isRevoked }) => !isRevoked).length >= tokenRules.live)
        throw new ControlError(409, `There are ${tokenRules.live} access tokens already. Delete one first.`);
      const createdAt = now();
      const expiresAt = createdAt + tokenRules.lifeMs;
      const kept = {
        id: `token-${tokens.length + 1}`,
        digest: digestOf(secret),
        createdAt,
        expiresAt,
        isRevoked: false,
      };
      tokens.push(kept);
      return { ...show(kept), token: secret };
    },
    revoke: (id) => {
      const token = tokens.find((one) => one.id === id);
      if (token === undefined) throw new ControlError(404, `There is no access token "${id}".`);
      token.isRevoked = true;
    },
    list: () => tokens.map(show),
    check: (authorization) => {
      const secret = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
      if (secret === undefined) throw new ScimError('UnauthorizedException', 'There is no bearer token');
      const digest = digestOf(secret);
      const token = tokens.findLast((one) => one.digest === digest);
      if (token === undefined) throw new ScimError('UnauthorizedException', 'The bearer token is unknown');
      const state = stateOf(token);
      if (state !== 'live')
        throw new ScimError('UnauthorizedException', `The bearer token ${token.id} is ${state}`);
    },
  };
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
