import { createHash } from 'node:crypto';
import type { AttackPerson, SignerName } from '../../model/attack.ts';
import type { DirectoryUser } from '../../model/records.ts';
import type { SigningPair } from '../../saml/mutation-context.ts';

export type { SigningPair } from '../../saml/mutation-context.ts';

/** Keys of the parties; made by the caller, since nothing here may be random. */
export interface GenuineKeys {
  readonly idp: SigningPair;
  readonly sp: SigningPair;
  /** Trusted by no one. */
  readonly stranger: SigningPair;
  /** Further keys that attacks sign with; an attack that needs one that is not here does not fit the login. */
  readonly signers?: Readonly<Partial<Record<SignerName, SigningPair>>>;
  /** The phone's P-256 key. */
  readonly device: { readonly privateKeyPem: string; readonly publicJwk: Readonly<Record<string, unknown>> };
}

export interface GenuineOptions {
  /** The moment at which the login is judged, in milliseconds since 1970; it began 15 seconds before. */
  readonly now: number;
  readonly initiatedBy: 'sp' | 'idp';
  readonly keys: GenuineKeys;
  /** The service provider signs the query string of its requests; off unless set. */
  readonly signRequests?: boolean;
  /** Which element of the response is signed; the assertion unless set. */
  readonly signed?: 'assertion' | 'response' | 'both';
}

/** Addresses of the doubles as they start without configuration. */
export const names = {
  idpOrigin: 'https://acme.1kosmos.net',
  idpEntityId: 'https://acme.1kosmos.net/saml',
  ssoUrl: 'https://acme.1kosmos.net/saml/sso',
  launchUrl: 'https://acme.1kosmos.net/saml/launch/aws-identity-center',
  portalOrigin: 'https://d-1234567890.awsapps.com',
  portalUrl: 'https://d-1234567890.awsapps.com/start',
  signInOrigin: 'https://us-east-1.signin.aws.amazon.com',
  spEntityId: 'https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890',
  acsUrl: 'https://us-east-1.signin.aws.amazon.com/platform/saml/acs/6f1c9f0e-3b5a-4d5e-9a0b-2c1d7e8f9a10',
  application: 'AWS IAM Identity Center',
  /** A second identity provider that the service provider trusts as well, and another instance of the service. */
  otherIdpEntityId: 'https://other.1kosmos.net/saml',
  otherSpEntityId: 'https://us-east-1.signin.aws.amazon.com/platform/saml/d-9876543210',
  otherAcsUrl:
    'https://us-east-1.signin.aws.amazon.com/platform/saml/acs/0a7b1c2d-3e4f-4051-8263-748596a7b8c9',
  canaryUrl: 'https://canary.countersign.test/nobody-fetches-this',
} as const;

export const alice: DirectoryUser = {
  userName: 'alice.wong@example.com',
  email: 'alice.wong@example.com',
  givenName: 'Alice',
  familyName: 'Wong',
  active: true,
};

/** Somebody else whom the service provider knows. */
export const victim: AttackPerson = personOf({
  ...alice,
  userName: 'bob.stone@example.com',
  givenName: 'Bob',
});

/** The person as attacks see them. */
export function personOf({ userName, givenName, familyName }: DirectoryUser): AttackPerson {
  return {
    nameId: userName,
    attributes: { email: [userName], first_name: [givenName], last_name: [familyName] },
  };
}

/** The service that a login leads to, as far as pages and messages name it. */
export interface GenuineService {
  readonly application: string;
  readonly acsUrl: string;
  /** RelayState that the identity provider sends along of itself. */
  readonly defaultRelayState?: string;
}

export const identityCenter: GenuineService = { application: names.application, acsUrl: names.acsUrl };

/** What Alice must see in the portal. */
export const access = [
  { accountId: '111122223333', accountName: 'Production', roles: ['PowerUserAccess', 'ReadOnlyAccess'] },
  { accountId: '444455556666', accountName: 'Sandbox', roles: ['AdministratorAccess'] },
] as const;

/** Role that the login's deep link asks for. */
export const deepLink = { accountId: '111122223333', roleName: 'PowerUserAccess' } as const;
export const consoleUrl = `${names.portalUrl}/console?account_id=${deepLink.accountId}&role_name=${deepLink.roleName}`;

/** Everything that one login's parts agree on. */
export interface GenuineFacts extends GenuineOptions {
  readonly service: GenuineService;
  readonly requestId: string;
  readonly responseId: string;
  readonly assertionId: string;
  readonly sessionIndex: string;
  readonly relayState: string;
  /** ID of the waiting login and the challenge in its QR code, of the first page and of the reloaded one. */
  readonly loginId: string;
  readonly challenge: string;
  readonly challengeBefore: string;
  /** Unguessable-looking values for nonces and masked cookies. */
  readonly token: (label: string) => string;
  readonly at: Readonly<Record<'started' | 'requested' | 'shown' | 'approved' | 'issued', number>>;
}

/** Derives all facts of a login. Values that a party would draw at random are hashes here: the same each time. */
export function makeFacts(options: GenuineOptions, service: GenuineService = identityCenter): GenuineFacts {
  const hash = (label: string) =>
    createHash('sha256').update(`${options.initiatedBy} ${options.now} ${label}`).digest();
  const samlId = (label: string) => `_${hash(label).toString('hex').slice(0, 40)}`;
  const token = (label: string) => hash(label).toString('base64url');
  const before = (seconds: number) => options.now - seconds * 1000;
  return {
    ...options,
    service,
    requestId: samlId('request'),
    responseId: samlId('response'),
    assertionId: samlId('assertion'),
    sessionIndex: samlId('session'),
    relayState: `${token('relay state').slice(0, 32)}.${token('relay state seal').slice(0, 32)}`,
    loginId: token('login'),
    challenge: token('challenge'),
    challengeBefore: token('challenge before the reload'),
    token,
    at: {
      started: before(15),
      requested: before(14),
      shown: before(12),
      approved: before(3),
      issued: before(2),
    },
  };
}

/** RelayState beside the Response: what the request brought, or what the identity provider sends of itself. */
export function postedRelayState({ initiatedBy, relayState, service }: GenuineFacts): string | undefined {
  return initiatedBy === 'sp' ? relayState : service.defaultRelayState;
}

/** A time as SAML writes it. */
export function instant(ms: number): string {
  return new Date(ms).toISOString();
}
