import type { CognitoIdentityPoolConfig } from '../../harness/config/schema.ts';
import type { ControlClient } from '../../harness/model/double.ts';
import type { TargetRecord } from '../../harness/model/evidence.ts';
import type { RunningStack, StackPart } from '../../harness/stack/start-stack.ts';
import { createAuthenticatorFromConfig } from '../../mocks/authenticator/main-config.ts';
import { createIdentityPoolsFromConfig } from '../../mocks/aws/cognito-identity-pool/main-config.ts';
import { createIdentityPoolAppFromConfig } from '../../mocks/aws/identity-pool-app/main-config.ts';
import { acsPath } from '../../mocks/aws/identity-pool-app/public.ts';
import { createIdpFromConfig } from '../../mocks/idp/main-config.ts';
import type { KosmosNames } from '../support/kosmos.ts';
import { account, claims, entityId, people, provider, roleRecords, roles, signInUrl } from './world.ts';

/** The control APIs of this integration's doubles. */
export interface Controls {
  readonly idp: ControlClient;
  readonly app: ControlClient;
  readonly pools: ControlClient;
  readonly authenticator: ControlClient;
}

export interface Names extends KosmosNames {
  readonly idpEntityId: string;
  readonly region: string;
  readonly poolId: string;
  readonly appName: string;
  readonly appOrigin: string;
  readonly acsUrl: string;
}

export interface Parties {
  readonly names: Names;
  readonly parts: readonly StackPart[];
  readonly targets: readonly TargetRecord[];
  readonly controls: (stack: RunningStack) => Controls;
}

export const applicationId = 'acme-reports';
const phoneHost = 'phone.countersign.test';
const uri = 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri';
const basic = 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic';

/** A line of the claims mapping. AWS's own names are URIs. */
export function claim(name: string, value: string | readonly string[]) {
  return { name, value, nameFormat: name.includes(':') ? uri : basic };
}

/** What the identity provider sends of everybody; roles only where a case asks for them. */
export const plainClaims = [
  claim(claims.department, 'user.custom.department'),
  claim(claims.costCenter, 'user.custom.costCenter'),
  claim(claims.email, 'user.email'),
];

/**
 * The application as an administrator sets it up in AdminX. The assertion is for AWS, so that it has AWS's audience and
 * Recipient; only the browser takes it to the web application.
 */
function applicationOf(names: Names) {
  return {
    id: applicationId,
    name: names.appName,
    accessUrl: `${names.appOrigin}/`,
    entityId,
    acsUrl: names.acsUrl,
    recipient: signInUrl,
    claims: plainClaims,
  };
}

export function describeParties({ idp, application, identityPool }: CognitoIdentityPoolConfig): Parties {
  const origin = `https://${idp.host}`;
  const appOrigin = `https://${application.host}`;
  const names: Names = {
    idpHost: idp.host,
    idpEntityId: `${origin}/saml`,
    idpMetadata: `${origin}/saml/metadata`,
    launch: `${origin}/saml/launch/${applicationId}`,
    region: identityPool.id.split(':')[0] ?? '',
    poolId: identityPool.id,
    appName: application.name,
    appOrigin,
    acsUrl: `${appOrigin}${acsPath}`,
  };
  const { region } = names;
  const poolHosts = [
    `cognito-identity.${region}.amazonaws.com`,
    `sts.${region}.amazonaws.com`,
    'sts.amazonaws.com',
  ];
  return {
    names,
    parts: [
      identityProvider(names),
      {
        name: 'pools',
        hosts: poolHosts,
        entry: 'mocks/aws/cognito-identity-pool/main.ts',
        config: () => ({ region, account: account.id, roles: rolesOf(names) }),
        create: createIdentityPoolsFromConfig,
      },
      {
        name: 'app',
        hosts: [application.host],
        entry: 'mocks/aws/identity-pool-app/main.ts',
        config: (network) => ({
          host: application.host,
          name: application.name,
          region,
          settings: { identityPoolId: names.poolId, provider },
          routes: network,
        }),
        create: createIdentityPoolAppFromConfig,
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
      { role: 'sp', mode: 'double', product: 'Web application', origins: [appOrigin] },
      {
        role: 'sts',
        mode: 'double',
        product: 'Amazon Cognito identity pools',
        origins: poolHosts.map((host) => `https://${host}`),
      },
      { role: 'authenticator', mode: 'double', product: '1Kosmos app', origins: [`https://${phoneHost}`] },
    ],
    controls: ({ controls: { idp: identity, app, pools, authenticator } }) => {
      if (identity === undefined || app === undefined || pools === undefined || authenticator === undefined)
        throw new Error('The stack runs without one of the four parties.');
      return { idp: identity, app, pools, authenticator };
    },
  };
}

function rolesOf({ poolId }: Names) {
  return roleRecords(poolId).map(({ arn, trustPolicy }) => ({ arn, trustPolicy }));
}

/** The pool of the rollout before a case changes it: one provider, a default role, no guests. */
export function basePool({ poolId }: Names) {
  return {
    identityPoolId: poolId,
    name: 'acme_reports',
    allowUnauthenticated: false,
    allowClassicFlow: false,
    samlProviders: [provider],
    authenticatedRole: roles.member,
    roleMappings: [],
    principalTags: [],
  };
}

function identityProvider(names: Names): StackPart {
  return {
    name: 'idp',
    hosts: [names.idpHost],
    entry: 'mocks/idp/main.ts',
    config: () => ({
      host: names.idpHost,
      users: Object.values(people).map(({ email, firstName, lastName, department, costCenter }) => ({
        email,
        firstName,
        lastName,
        custom: { department, costCenter },
      })),
      applications: [applicationOf(names)],
    }),
    create: createIdpFromConfig,
  };
}
