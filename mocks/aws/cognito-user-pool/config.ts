import { z } from 'zod';
import { longestValue } from './pool-attributes.ts';

const hostName = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'A host name in lower case.');
const origin = z.url().refine((text) => new URL(text).origin === text, 'Give an origin, without a path.');
const flag = z.enum(['true', 'false']);

/** CreateIdentityProvider, with the names and value types of AWS: every detail is text. */
export const providerSchema = z.discriminatedUnion('ProviderType', [
  z.strictObject({
    ProviderName: z.string().min(3).max(32),
    ProviderType: z.literal('OIDC'),
    ProviderDetails: z.strictObject({
      client_id: z.string(),
      client_secret: z.string(),
      attributes_request_method: z.enum(['GET', 'POST']),
      oidc_issuer: z.string(),
      authorize_scopes: z.string(),
      authorize_url: z.string().optional(),
      token_url: z.string().optional(),
      attributes_url: z.string().optional(),
      jwks_uri: z.string().optional(),
    }),
    /** Attribute of the pool → claim of the provider. */
    AttributeMapping: z.record(z.string().max(32), z.string()),
    IdpIdentifiers: z.array(z.string().min(1).max(40)).max(50).default([]),
  }),
  z.strictObject({
    ProviderName: z.string().min(3).max(32),
    ProviderType: z.literal('SAML'),
    ProviderDetails: z.strictObject({
      MetadataFile: z.string(),
      IDPInit: flag.default('false'),
      IDPSignout: flag.default('false'),
      EncryptedResponses: flag.default('false'),
      RequestSigningAlgorithm: z.literal('rsa-sha256').optional(),
    }),
    AttributeMapping: z.record(z.string().max(32), z.string()),
    IdpIdentifiers: z.array(z.string().min(1).max(40)).max(50).default([]),
  }),
]);
export type ProviderConfig = z.output<typeof providerSchema>;
export type OidcProvider = Extract<ProviderConfig, { ProviderType: 'OIDC' }>;
export type SamlProvider = Extract<ProviderConfig, { ProviderType: 'SAML' }>;

export const clientSchema = z.strictObject({
  id: z.string().regex(/^[\w+]{1,128}$/),
  name: z.string().default('app'),
  secret: z.string().optional(),
  callbackUrls: z.array(z.string()).default([]),
  logoutUrls: z.array(z.string()).default([]),
  oauthFlows: z.array(z.enum(['code', 'implicit', 'client_credentials'])).default(['code']),
  oauthScopes: z.array(z.string()).default(['openid', 'email', 'profile']),
  providers: z.array(z.string()).default(['COGNITO']),
  authFlows: z.array(z.string()).default([]),
  writeAttributes: z.array(z.string()).optional(),
  readAttributes: z.array(z.string()).optional(),
  authSessionMinutes: z.number().int().min(3).max(15).default(3),
  hidesUsers: z.boolean().default(true),
});

export const schemaAttribute = z.strictObject({
  name: z.string(),
  type: z.enum(['String', 'Number', 'Boolean', 'DateTime']).default('String'),
  mutable: z.boolean().default(true),
  required: z.boolean().default(false),
  maxLength: z.number().int().positive().default(longestValue),
});

/** Standard attributes that every pool has, as far as they are mapped here; any of them may be made required. */
export const standardAttributes: readonly z.input<typeof schemaAttribute>[] = [
  ...[
    'email',
    'given_name',
    'family_name',
    'name',
    'phone_number',
    'preferred_username',
    'nickname',
    'locale',
  ],
  ...['address', 'birthdate', 'gender', 'middle_name', 'picture', 'profile', 'website', 'zoneinfo'],
].map((name) => ({ name }));

/** Safeguards that a pool weak on purpose leaves out. */
export const safeguards = [
  'issuer',
  'audience',
  'expiry',
  'nonce',
  'signature',
  'algorithm',
  'browser-binding',
  'code-once',
  'code-verifier',
  'redirect-uri',
] as const;
export type Safeguard = (typeof safeguards)[number];

export const configBody = z.strictObject({
  region: z.string().default('us-east-1'),
  poolId: z
    .string()
    .regex(/^[\w-]+_[0-9A-Za-z]+$/)
    .default('us-east-1_Acme12345'),
  /** Host of the hosted UI: `<prefix>.auth.<region>.amazoncognito.com`, or the pool's own domain. */
  domain: hostName.default('acme.auth.us-east-1.amazoncognito.com'),
  schema: z.array(schemaAttribute).default([]),
  clients: z.array(clientSchema).default([]),
  groups: z
    .array(
      z.strictObject({
        name: z.string(),
        roleArn: z.string().optional(),
        precedence: z.number().int().optional(),
      }),
    )
    .default([]),
  providers: z.array(providerSchema).default([]),
  /** Where a production origin is really reached. */
  routes: z.record(origin, z.url()).default({}),
  /** Safeguards that are left out: none, the strict pool. */
  lacks: z.array(z.enum(safeguards)).default([]),
});
export type UserPoolConfig = z.input<typeof configBody>;
export type UserPoolSettings = z.output<typeof configBody>;

/** The pool's addresses (COG, user pool endpoints). */
export function userPoolAddresses({
  region,
  poolId,
  domain,
}: Pick<UserPoolSettings, 'region' | 'poolId' | 'domain'>) {
  const hosted = `https://${domain}`;
  const api = `cognito-idp.${region}.amazonaws.com`;
  return {
    hosted,
    apiHost: api,
    issuer: `https://${api}/${poolId}`,
    oidcCallback: `${hosted}/oauth2/idpresponse`,
    samlAcs: `${hosted}/saml2/idpresponse`,
    samlEntityId: `urn:amazon:cognito:sp:${poolId}`,
  } as const;
}
