import type { AcsRequest, AttackPerson, SignerName } from '../../model/attack.ts';
import type { SigningPair } from '../../saml/mutation-context.ts';
import { escapeXml } from './escape-xml.ts';
import { writeLogout } from './logout-request.ts';
import { createPress, type Press } from './press.ts';
import { createSigner } from './signer.ts';
import type { RefusalTarget } from './target.ts';
import { writeResponse } from './write-response.ts';

/** A response as the target's identity provider made it. */
export interface Issued {
  readonly unsigned: string;
  /** Signed when it is first asked for: what is changed before it is signed never needs it. */
  readonly sign: () => Promise<string>;
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
  readonly sign: (unsigned: string) => Promise<string>;
  /** A LogoutRequest about a session, as it is posted to the target's single logout service. */
  readonly issueLogout: (
    url: string,
    session: { readonly person: AttackPerson; readonly sessionIndex: string; readonly now: number },
  ) => Promise<AcsRequest>;
  readonly newId: () => string;
}

/** How long a genuine assertion may be used, in milliseconds. */
const validityMs = 300_000;
const earlyMs = 30_000;
const sessionMs = 8 * 3_600_000;

/** What is written as it is in XML: IDs that a target may send, but for very odd ones. */
const plain = /^[\w.:-]*$/;

/** @throws Error when the identity provider has no key: a mistake of the caller's */
export function createIssuer(
  target: RefusalTarget,
  keys: Readonly<Partial<Record<SignerName, SigningPair>>>,
  ids: { readonly samlId: () => string },
): Issuer {
  if (keys.idp === undefined) throw new Error('The identity provider has no key to sign with.');
  const signer = createSigner(keys.idp);
  const presses = new Map<string, Press>();
  const pressFor = (person: AttackPerson, answers: boolean) => {
    const key = `${answers} ${person.nameId}`;
    const press = presses.get(key) ?? createPress(target, signer, person, answers);
    presses.set(key, press);
    return press;
  };
  const newId = () => ids.samlId();
  const sign = (unsigned: string) => signer.signResponse(unsigned, target.signed);
  return {
    newId,
    sign,
    issue: ({ person, inResponseTo = '', now }) => {
      const instant = (ms: number) => new Date(ms).toISOString();
      const sessionIndex = newId();
      const values = {
        responseId: newId(),
        assertionId: newId(),
        sessionIndex,
        issued: instant(now),
        notBefore: instant(now - earlyMs),
        until: instant(now + validityMs),
        sessionUntil: instant(now + sessionMs),
        ...(inResponseTo === '' ? {} : { inResponseTo }),
      };
      const rest = { sessionIndex, expiresAt: now + validityMs };
      if (!plain.test(inResponseTo)) {
        const unsigned = writeResponse(target, person, { ...values, inResponseTo: escapeXml(inResponseTo) });
        return { ...rest, unsigned, sign: once(() => sign(unsigned)) };
      }
      const press = pressFor(person, inResponseTo !== '');
      return { ...rest, unsigned: press.unsigned(values), sign: once(() => press.signed(values)) };
    },
    issueLogout: (url, session) =>
      writeLogout(target, url, session, { newId, sign: (xml, id) => signer.signElement(xml, id) }),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
