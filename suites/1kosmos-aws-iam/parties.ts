import type { AwsIamConfig } from '../../harness/config/schema.ts';
import type { ControlClient } from '../../harness/model/double.ts';
import type { TargetRecord } from '../../harness/model/evidence.ts';
import type { RunningStack, StackPart } from '../../harness/stack/start-stack.ts';
import { createAuthenticatorFromConfig } from '../../mocks/authenticator/main-config.ts';
import { createSignInFromConfig } from '../../mocks/aws/sign-in/main-config.ts';
import { createStsFromConfig } from '../../mocks/aws/sts/main-config.ts';
import { createIdpFromConfig } from '../../mocks/idp/main-config.ts';
import type { KosmosNames } from '../support/kosmos.ts';
import { account, pairOf, people, roleRecords, second, signInUrl } from './world.ts';

/** The control APIs of this integration's doubles. */
export interface Controls {
  readonly idp: ControlClient;
  readonly signIn: ControlClient;
  readonly sts: ControlClient;
  readonly authenticator: ControlClient;
}

export interface Names extends KosmosNames {
  readonly idpEntityId: string;
  readonly signInOrigin: string;
  readonly consoleOrigin: string;
  readonly stsOrigin: string;
}

export interface Parties {
  readonly names: Names;
  readonly parts: readonly StackPart[];
  readonly targets: readonly TargetRecord[];
  readonly controls: (stack: RunningStack) => Controls;
}

export const applicationId = 'aws-iam';
const phoneHost = 'phone.countersign.test';
const signInHosts = ['signin.aws.amazon.com', 'us-east-1.signin.aws.amazon.com'];
const consoleHosts = ['console.aws.amazon.com', 'us-east-1.console.aws.amazon.com'];
const stsHosts = ['sts.amazonaws.com', 'sts.us-east-1.amazonaws.com'];

/** A line of the claims mapping: AWS's attribute names are URIs, so their name format is too. */
export function claim(name: string, value: string) {
  const nameFormat = 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri';
  return { name: `https://aws.amazon.com/SAML/Attributes/${name}`, value, nameFormat };
}

/** The application as an administrator sets it up in AdminX for direct federation. */
export const application = {
  id: applicationId,
  name: 'AWS',
  accessUrl: 'https://console.aws.amazon.com/',
  entityId: 'urn:amazon:webservices',
  acsUrl: signInUrl,
  claims: [
    claim('Role', 'user.custom.roles'),
    claim('RoleSessionName', 'user.email'),
    claim('SessionDuration', '3600'),
    claim('PrincipalTag:Department', 'user.custom.department'),
  ],
};

export function describeParties({ idp }: AwsIamConfig): Parties {
  const origin = `https://${idp.host}`;
  const names: Names = {
    idpHost: idp.host,
    idpEntityId: `${origin}/saml`,
    idpMetadata: `${origin}/saml/metadata`,
    launch: `${origin}/saml/launch/${applicationId}`,
    signInOrigin: 'https://signin.aws.amazon.com',
    consoleOrigin: 'https://us-east-1.console.aws.amazon.com',
    stsOrigin: 'https://sts.amazonaws.com',
  };
  const origins = (hosts: readonly string[]) => hosts.map((host) => `https://${host}`);
  return {
    names,
    parts: [
      identityProvider(idp.host),
      {
        name: 'sign-in',
        hosts: [...signInHosts, ...consoleHosts],
        entry: 'mocks/aws/sign-in/main.ts',
        config: () => accounts,
        create: createSignInFromConfig,
      },
      {
        name: 'sts',
        hosts: stsHosts,
        entry: 'mocks/aws/sts/main.ts',
        config: () => accounts,
        create: createStsFromConfig,
      },
      {
        name: 'authenticator',
        hosts: [phoneHost],
        entry: 'mocks/authenticator/main.ts',
        config: (network) => ({ routes: network }),
        create: createAuthenticatorFromConfig,
      },
    ],
    targets: [
      { role: 'idp', mode: 'double', product: '1Kosmos', origins: [origin] },
      {
        role: 'sp',
        mode: 'double',
        product: 'AWS sign-in',
        origins: origins([...signInHosts, ...consoleHosts]),
      },
      { role: 'sts', mode: 'double', product: 'AWS STS', origins: origins(stsHosts) },
      { role: 'authenticator', mode: 'double', product: '1Kosmos app', origins: [`https://${phoneHost}`] },
    ],
    controls: ({ controls: { idp: provider, 'sign-in': signIn, sts, authenticator } }) => {
      if (provider === undefined || signIn === undefined || sts === undefined || authenticator === undefined)
        throw new Error('The stack runs without one of the four parties.');
      return { idp: provider, signIn, sts, authenticator };
    },
  };
}

/** Roles and aliases; the providers follow when there is metadata to give them. */
const accounts = {
  aliases: { [account.id]: account.alias, [second.id]: second.alias },
  roles: roleRecords.map(({ arn, maxSessionSeconds, trustPolicy }) => ({
    arn,
    trustPolicy,
    maxSessionDurationSeconds: maxSessionSeconds,
  })),
};

function identityProvider(host: string): StackPart {
  return {
    name: 'idp',
    hosts: [host],
    entry: 'mocks/idp/main.ts',
    config: () => ({
      host,
      users: Object.values(people).map(({ email, firstName, lastName, department, affiliation, roles }) => ({
        email,
        firstName,
        lastName,
        custom: { department, affiliation, roles: roles.map((role) => pairOf(role)) },
      })),
      applications: [application],
    }),
    create: createIdpFromConfig,
  };
}
