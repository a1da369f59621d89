import { QueryError } from '../query/query-error.ts';
import type { QueryRequest } from '../query/read-query.ts';
import { checkSignature, readSignature } from '../query/sigv4.ts';

/** Keys that a caller may sign with, and who that is. */
export interface Credential {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Undefined for long-term keys. */
  readonly sessionToken: string | undefined;
  readonly arn: string;
  readonly userId: string;
  readonly account: string;
  /** Milliseconds; undefined for long-term keys. */
  readonly expiresAt: number | undefined;
}

/** All keys that were given out or set up. Like AWS's, they outlive a restart. */
export interface Credentials {
  readonly add: (credential: Credential) => void;
  readonly list: () => readonly Credential[];
  /** Whoever signed the request; refuses one that nobody known signed. What they may do is not judged here. */
  readonly authenticate: (query: QueryRequest, now: number) => Credential;
  readonly clear: () => void;
}

export function createCredentials(): Credentials {
  const known = new Map<string, Credential>();
  return {
    add: (credential) => known.set(credential.accessKeyId, credential),
    list: () => [...known.values()],
    authenticate: (query, now) => {
      const signed = readSignature(query);
      const found = known.get(signed.accessKeyId);
      if (found === undefined || found.sessionToken !== signed.sessionToken)
        throw new QueryError(
          403,
          'InvalidClientTokenId',
          'The security token included in the request is invalid.',
        );
      checkSignature(query, signed, found.secretAccessKey);
      if (found.expiresAt !== undefined && found.expiresAt <= now)
        throw new QueryError(403, 'ExpiredToken', 'The security token included in the request is expired');
      return found;
    },
    clear: () => known.clear(),
  };
}
