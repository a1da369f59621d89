import type { AssertionFacts } from '../../../harness/aws/assertion-facts.ts';
import { attributeName } from '../../../harness/aws/saml-attributes.ts';
import type { SigningKey } from '../../core/keys.ts';
import type { ProviderInput, RoleInput } from '../iam/config.ts';
import { encode, metadataFor, signXml } from './test-world.ts';
import { writeResponse } from './write-response.ts';

/** A small AWS for tests beside the table: two accounts, three roles, one identity provider. */
export const start = Date.parse('2026-03-01T12:00:00Z');
export const issuer = 'https://acme.1kosmos.net/saml';
export const production = '111122223333';
export const sandbox = '444455556666';
export const globalAcs = 'https://signin.aws.amazon.com/saml';

export const providerArnOf = (account: string, name = '1Kosmos') =>
  `arn:aws:iam::${account}:saml-provider/${name}`;
export const roleArnOf = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;
/** A value of the Role attribute. */
export const pairOf = (account: string, name: string) =>
  `${roleArnOf(account, name)},${providerArnOf(account)}`;

export function trustOf(account: string, changes: object = {}): Record<string, unknown> {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: providerArnOf(account) },
        Action: 'sts:AssumeRoleWithSAML',
        Condition: { StringEquals: { 'SAML:aud': globalAcs } },
        ...changes,
      },
    ],
  };
}

export function providerOf(account: string, certificates: readonly string[]): ProviderInput {
  return { arn: providerArnOf(account), metadata: metadataFor(issuer, certificates) };
}

export function roleOf(account: string, name: string, changes: Partial<RoleInput> = {}): RoleInput {
  return {
    arn: roleArnOf(account, name),
    trustPolicy: trustOf(account),
    maxSessionDurationSeconds: 43_200,
    ...changes,
  };
}

export function accountsOf(key: SigningKey) {
  return {
    aliases: { [production]: 'acme-production' },
    providers: [production, sandbox].map((account) => providerOf(account, [key.certificateDer])),
    roles: [roleOf(production, 'Admin'), roleOf(production, 'ReadOnly'), roleOf(sandbox, 'Admin')],
  };
}

/** A genuine assertion's facts; each test changes one. */
export function factsOf(roles: readonly string[], now = start): AssertionFacts {
  return {
    statusCode: 'urn:oasis:names:tc:SAML:2.0:status:Success',
    assertionCount: 1,
    encrypted: false,
    decrypted: false,
    signatureVerifiedByProvider: true,
    issuer,
    issueInstantMs: now,
    responseIssueInstantMs: now,
    nameId: { value: 'alice@example.com', format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent' },
    confirmations: [
      {
        method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer',
        recipient: globalAcs,
        notOnOrAfterMs: now + 300_000,
      },
    ],
    notBeforeMs: now - 30_000,
    notOnOrAfterMs: now + 300_000,
    audienceRestrictions: [['urn:amazon:webservices']],
    sessionNotOnOrAfterMs: undefined,
    attributes: [
      { name: attributeName('role'), values: roles },
      { name: attributeName('roleSessionName'), values: ['alice@example.com'] },
    ],
  };
}

/** The facts with one of AWS's attributes added or replaced. */
export function withAttribute(facts: AssertionFacts, name: string, ...values: string[]): AssertionFacts {
  return { ...facts, attributes: [...facts.attributes.filter((one) => one.name !== name), { name, values }] };
}

export function xmlOf(facts: AssertionFacts, assertionId = '_a1'): string {
  return writeResponse(facts, { responseId: '_r1', assertionId });
}

/** Signed and encoded, as it is posted. */
export function responseOf(facts: AssertionFacts, key: SigningKey, assertionId = '_a1'): string {
  return encode(signXml(xmlOf(facts, assertionId), 'Assertion', key));
}
