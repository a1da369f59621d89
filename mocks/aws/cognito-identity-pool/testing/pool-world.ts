import {
  CognitoIdentityClient,
  CognitoIdentityServiceException,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity';
import type { AssertionFacts } from '../../../../harness/aws/assertion-facts.ts';
import { attributeName } from '../../../../harness/aws/saml-attributes.ts';
import type { SigningKey } from '../../../core/keys.ts';
import {
  factsOf,
  providerArnOf,
  providerOf,
  responseOf,
  roleArnOf,
  start,
  trustOf,
} from '../../testing/world.ts';
import type { IdentityPoolConfig, PoolInput } from '../config.ts';

export const account = '111122223333';
export const poolId = 'us-east-1:11111111-2222-3333-4444-555555555555';
export const provider = providerArnOf(account);
export const developer = 'login.acme.example';

export const roles = {
  member: roleArnOf(account, 'Member'),
  engineer: roleArnOf(account, 'teams/Engineer'),
  auditor: roleArnOf(account, 'Auditor'),
  guest: roleArnOf(account, 'Guest'),
  /** Trusts the SAML provider, as a role of IAM federation does, and no identity pool. */
  saml: roleArnOf(account, 'SamlOnly'),
  otherPool: roleArnOf(account, 'OtherPool'),
  guestsOnly: roleArnOf(account, 'GuestsOnly'),
  untagged: roleArnOf(account, 'NoTags'),
} as const;

/** The trust policy of the developer guide, with what differs. */
export function poolTrust(changes: {
  readonly aud?: string;
  readonly amr?: string;
  readonly actions?: readonly string[];
}): string {
  const {
    aud = poolId,
    amr = 'authenticated',
    actions = ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'],
  } = changes;
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: 'cognito-identity.amazonaws.com' },
        Action: actions,
        Condition: {
          StringEquals: { 'cognito-identity.amazonaws.com:aud': aud },
          'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': amr },
        },
      },
    ],
  });
}

const trusts: Readonly<Record<string, string>> = {
  [roles.guest]: poolTrust({ amr: 'unauthenticated' }),
  [roles.saml]: JSON.stringify(trustOf(account)),
  [roles.otherPool]: poolTrust({ aud: 'us-east-1:99999999-2222-3333-4444-555555555555' }),
  [roles.guestsOnly]: poolTrust({ amr: 'unauthenticated' }),
  [roles.untagged]: poolTrust({ actions: ['sts:AssumeRoleWithWebIdentity'] }),
};

export const pool: PoolInput = {
  identityPoolId: poolId,
  name: 'acme',
  samlProviders: [provider],
  authenticatedRole: roles.member,
};

export function poolConfig(keys: readonly SigningKey[], ...pools: readonly PoolInput[]): IdentityPoolConfig {
  return {
    account,
    providers: [
      providerOf(
        account,
        keys.map(({ certificateDer }) => certificateDer),
      ),
    ],
    roles: Object.values(roles).map((arn) => ({ arn, trustPolicy: trusts[arn] ?? poolTrust({}) })),
    pools: pools.length === 0 ? [pool] : [...pools],
  };
}

/** An assertion that names these roles of the account together with its provider. */
export function loginOf(
  key: SigningKey,
  id: string,
  change: {
    readonly roles?: readonly string[];
    readonly attributes?: Readonly<Record<string, readonly string[]>>;
    readonly facts?: (facts: AssertionFacts) => AssertionFacts;
    readonly now?: number;
  } = {},
): string {
  const { roles: named = [], attributes = {}, facts = (same) => same, now = start } = change;
  const plain = factsOf([], now);
  const all = [
    ...(named.length === 0
      ? []
      : [{ name: attributeName('role'), values: named.map((role) => `${role},${provider}`) }]),
    ...Object.entries(attributes).map(([name, values]) => ({ name, values })),
  ];
  return responseOf(facts({ ...plain, attributes: all }), key, id);
}

export const logins = (token: string) => ({ [provider]: token });

/** AWS's own client, which retries nothing. */
export function poolClient(endpoint: string, keys?: { accessKeyId: string; secretAccessKey: string }) {
  return new CognitoIdentityClient({
    region: 'us-east-1',
    endpoint,
    maxAttempts: 1,
    ...(keys === undefined ? {} : { credentials: keys }),
  });
}

/** Both calls of the enhanced flow, by one assertion. */
export async function enter(
  client: CognitoIdentityClient,
  token: string,
  customRoleArn?: string,
  id = poolId,
) {
  const { IdentityId } = await client.send(new GetIdCommand({ IdentityPoolId: id, Logins: logins(token) }));
  return client.send(
    new GetCredentialsForIdentityCommand({
      IdentityId,
      Logins: logins(token),
      ...(customRoleArn === undefined ? {} : { CustomRoleArn: customRoleArn }),
    }),
  );
}

/** Code and text of a refusal; an answer that is none fails the test. */
export async function refusalOf(
  answer: Promise<unknown>,
): Promise<{ name: string; message: string; status: number }> {
  const error = await answer.catch((thrown: unknown) => thrown);
  if (!(error instanceof CognitoIdentityServiceException))
    throw new Error('The pool did not refuse.', { cause: error });
  return { name: error.name, message: error.message, status: error.$metadata.httpStatusCode ?? 0 };
}
