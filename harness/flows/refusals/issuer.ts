import type { AcsRequest, AttackPerson, SignerName } from '../../model/attack.ts';
import type { SigningPair } from '../../saml/mutation-context.ts';
import { signElement } from '../../saml/sign.ts';
import { writeLogout } from './logout-request.ts';
import { signResponse } from './sign-response.ts';
import type { RefusalTarget } from './target.ts';
import { validityMs, writeResponse } from './write-response.ts';

/** A response as the target's identity provider made it. */
export interface Issued {
  readonly unsigned: string;
  readonly signed: string;
  readonly sessionIndex: string;
  /** When the assertion ends, in milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface IssueRequest {
  readonly person: AttackPerson;
  readonly inResponseTo?: string | undefined;
  /** Milliseconds since 1970, by the target's clock. */
  readonly now: number;
}

/** The harness as the target's identity provider. */
export interface Issuer {
  readonly issue: (request: IssueRequest) => Issued;
  /** Signs another text as an ordinary response is signed. */
  readonly sign: (unsigned: string) => string;
  /** A LogoutRequest about a session, as it is posted to the target's single logout service. */
  readonly issueLogout: (
    url: string,
    session: { readonly person: AttackPerson; readonly sessionIndex: string; readonly now: number },
  ) => AcsRequest;
  readonly newId: () => string;
}

/** @throws Error when the identity provider has no key: a mistake of the caller's */
export function createIssuer(
  target: RefusalTarget,
  keys: Readonly<Partial<Record<SignerName, SigningPair>>>,
  ids: { readonly samlId: () => string },
): Issuer {
  const key = keys.idp;
  if (key === undefined) throw new Error('The identity provider has no key to sign with.');
  const newId = () => ids.samlId();
  const sign = (unsigned: string) => signResponse(unsigned, key, target.signed);
  return {
    newId,
    sign,
    issue: ({ person, inResponseTo, now }) => {
      const sessionIndex = newId();
      const unsigned = writeResponse(target, person, {
        responseId: newId(),
        assertionId: newId(),
        sessionIndex,
        now,
        ...(inResponseTo === undefined ? {} : { inResponseTo }),
      });
      return { unsigned, signed: sign(unsigned), sessionIndex, expiresAt: now + validityMs };
    },
    issueLogout: (url, session) =>
      writeLogout(target, url, session, { newId, sign: (xml, id) => signElement(xml, id, key) }),
  };
}
