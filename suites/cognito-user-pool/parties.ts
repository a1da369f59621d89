import type { CognitoUserPoolConfig } from '../../harness/config/schema.ts';
import type { ControlClient } from '../../harness/model/double.ts';
import type { TargetRecord } from '../../harness/model/evidence.ts';
import type { RunningStack, StackPart } from '../../harness/stack/start-stack.ts';
import { createAuthenticatorFromConfig } from '../../mocks/authenticator/main-config.ts';
import { createApiGatewayFromConfig } from '../../mocks/aws/api-gateway/main-config.ts';
import { userPoolAddresses } from '../../mocks/aws/cognito-user-pool/config.ts';
import { createUserPoolFromConfig } from '../../mocks/aws/cognito-user-pool/main-config.ts';
import { assuranceScope, oidcAddresses } from '../../mocks/kosmos-oidc/config.ts';
import { createRelyingAppFromConfig } from '../../mocks/relying-app/main-config.ts';
import { people } from './people.ts';

/** The control APIs of this integration's doubles. */
export interface Controls {
  readonly idp: ControlClient;
  readonly pool: ControlClient;
  readonly app: ControlClient;
  readonly api: ControlClient;
  readonly authenticator: ControlClient;
}

export interface Parties {
  readonly parts: readonly StackPart[];
  readonly targets: readonly TargetRecord[];
  readonly names: Names;
  readonly controls: (stack: RunningStack) => Controls;
}

/** Every address and value that the parties know each other by. */
export type Names = ReturnType<typeof namesOf>;

export const phoneHost = 'phone.countersign.test';
/** The pool's client at the provider. Secrets of doubles that live as long as a run. */
const federationClient = { id: 'cognito-user-pool', secret: 'kosmos-client-secret-of-this-double' };
export const appClient = { id: '5n2example4app0client7id', secret: 'app-client-secret-of-this-double' };

/** What the rollout wants to be known about people before it shows them payments. */
export const assurance = {
  scope: assuranceScope,
  claim: 'ial',
  attribute: 'custom:ial',
  minimum: 2,
} as const;

export function namesOf({ idp, userPool, application, api }: CognitoUserPoolConfig) {
  const { region, id, prefix, provider } = userPool;
  const poolId = `${region}_${id}`;
  const domain = `${prefix}.auth.${region}.amazoncognito.com`;
  const { hosted, issuer, oidcCallback, apiHost, samlEntityId, samlAcs } = userPoolAddresses({
    region,
    poolId,
    domain,
  });
  const appOrigin = `https://${application.host}`;
  return {
    idpHost: idp.host,
    idpIssuer: oidcAddresses({ host: idp.host, community: 'default' }).issuer,
    region,
    poolId,
    domain,
    provider,
    samlProvider: `${provider}-SAML`,
    samlEntityId,
    samlAcs,
    idpMetadata: `https://${idp.host}/saml/metadata`,
    poolApiHost: apiHost,
    poolIssuer: issuer,
    hostedUi: hosted,
    poolCallback: oidcCallback,
    appHost: application.host,
    appOrigin,
    startUrl: `${appOrigin}/`,
    appCallback: `${appOrigin}/callback`,
    apiHost: api.host,
    resource: `https://${api.host}/payments`,
    appClientId: appClient.id,
    federationClientId: federationClient.id,
  } as const;
}

export function describeParties(config: CognitoUserPoolConfig): Parties {
  const names = namesOf(config);
  return {
    names,
    parts: [identityProvider(names), userPool(names), apiGateway(names), application(names), authenticator()],
    targets: [
      { role: 'idp', mode: 'double', product: '1Kosmos', origins: [`https://${names.idpHost}`] },
      {
        role: 'sp',
        mode: 'double',
        product: 'Amazon Cognito',
        origins: [names.hostedUi, `https://${names.poolApiHost}`],
      },
      { role: 'sp', mode: 'double', product: 'Application', origins: [names.appOrigin] },
      { role: 'authenticator', mode: 'double', product: '1Kosmos app', origins: [`https://${phoneHost}`] },
    ],
    controls: ({ controls: { idp, pool, app, api, authenticator: phone } }) => {
      if (!idp || !pool || !app || !api || !phone)
        throw new Error('The stack runs without one of the five parties.');
      return { idp, pool, app, api, authenticator: phone };
    },
  };
}

function identityProvider(names: Names): StackPart {
  return {
    name: 'idp',
    hosts: [names.idpHost],
    entry: 'mocks/kosmos-oidc/main.ts',
    config: () => ({
      host: names.idpHost,
      users: Object.values(people).map(({ ial, ...one }) => ({ ...one, custom: { ial: String(ial) } })),
      clients: [
        {
          ...federationClient,
          name: 'Acme Payments',
          redirectUris: [names.poolCallback],
          accessUrl: names.startUrl,
        },
      ],
      applications: [
        {
          id: 'cognito-user-pool',
          name: 'Acme Payments',
          accessUrl: names.startUrl,
          entityId: names.samlEntityId,
          acsUrl: names.samlAcs,
          nameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
          claims: samlClaims.map(({ name, source }) => ({ name, value: source.replace('user.', '') })),
        },
      ],
    }),
    // Every command lists the integrations, and only a run needs a whole OpenID provider.
    create: async (config) => {
      const { createKosmosOidcFromConfig } = await import('../../mocks/kosmos-oidc/main-config.ts');
      return createKosmosOidcFromConfig(config);
    },
  };
}

/** What the tenant's SAML application sends of a person; the pool has attributes of the same names. */
export const samlClaims = [
  { name: 'email', source: 'user.email' },
  { name: 'given_name', source: 'user.firstName' },
  { name: 'family_name', source: 'user.lastName' },
] as const;

/** Attribute of the pool → claim of the provider, as the guide has it. */
export const mapping = {
  username: 'sub',
  email: 'email',
  email_verified: 'email_verified',
  given_name: 'given_name',
  family_name: 'family_name',
  [assurance.attribute]: assurance.claim,
  'custom:blockid_sub': 'sub',
};

function userPool(names: Names): StackPart {
  return {
    name: 'pool',
    hosts: [names.domain, names.poolApiHost],
    entry: 'mocks/aws/cognito-user-pool/main.ts',
    config: (network) => ({
      region: names.region,
      poolId: names.poolId,
      domain: names.domain,
      schema: [
        { name: 'email', required: true },
        { name: assurance.attribute },
        { name: 'custom:blockid_sub' },
        { name: 'custom:employee_id', mutable: false },
      ],
      clients: [
        {
          ...appClient,
          name: 'Acme Payments',
          callbackUrls: [names.appCallback],
          logoutUrls: [names.startUrl],
          oauthScopes: ['openid', 'email', 'profile'],
          providers: [names.provider, names.samlProvider],
        },
      ],
      providers: [
        {
          ProviderName: names.provider,
          ProviderType: 'OIDC',
          ProviderDetails: {
            client_id: federationClient.id,
            client_secret: federationClient.secret,
            attributes_request_method: 'GET',
            oidc_issuer: names.idpIssuer,
            authorize_scopes: `openid email profile ${assurance.scope}`,
          },
          AttributeMapping: mapping,
        },
      ],
      routes: network,
    }),
    create: createUserPoolFromConfig,
  };
}

function apiGateway(names: Names): StackPart {
  return {
    name: 'api',
    hosts: [names.apiHost],
    entry: 'mocks/aws/api-gateway/main.ts',
    config: (network) => ({
      host: names.apiHost,
      authorizer: { issuer: names.poolIssuer, audience: [appClient.id] },
      assurance: { claim: assurance.attribute, minimum: assurance.minimum },
      routes: network,
    }),
    create: createApiGatewayFromConfig,
  };
}

function application(names: Names): StackPart {
  return {
    name: 'app',
    hosts: [names.appHost],
    entry: 'mocks/relying-app/main.ts',
    config: (network) => ({
      host: names.appHost,
      client: appClient,
      issuer: names.poolIssuer,
      hostedUi: names.hostedUi,
      provider: names.provider,
      assuranceClaim: assurance.attribute,
      resource: names.resource,
      routes: network,
    }),
    create: createRelyingAppFromConfig,
  };
}

function authenticator(): StackPart {
  return {
    name: 'authenticator',
    hosts: [phoneHost],
    entry: 'mocks/authenticator/main.ts',
    config: (network) => ({ routes: network }),
    create: createAuthenticatorFromConfig,
  };
}
