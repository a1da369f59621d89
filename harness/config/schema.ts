import { z } from 'zod';
import { cognitoIdentityPool } from './cognito-identity-pool-schema.ts';
import { cognitoUserPool } from './cognito-user-pool-schema.ts';
import { hostName } from './host-name.ts';
import { idpRefusalsSchema } from './idp-refusals-schema.ts';
import { refusalsSchema } from './refusals-schema.ts';
import { samlApplication } from './saml-application-schema.ts';
import { scimServiceSchema } from './scim-service-schema.ts';

/** Names under which the doubles of this integration answer. Defaults are invented ones of the right form. */
const kosmosIdentityCenter = z.strictObject({
  /** Profile that judges it. */
  profile: z.string().default('aws-identity-center'),
  idp: z.strictObject({ host: hostName.default('acme.1kosmos.net') }).prefault({}),
  identityCenter: z
    .strictObject({
      region: z
        .string()
        .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region such as us-east-1')
        .default('us-east-1'),
      instance: z
        .string()
        .regex(/^d-[a-z0-9]{10}$/, 'an instance such as d-1234567890')
        .default('d-1234567890'),
      acsId: z.uuid().default('6f1c9f0e-3b5a-4d5e-9a0b-2c1d7e8f9a10'),
    })
    .prefault({}),
});

/** People and groups are provisioned by SCIM, so Identity Center begins without anybody. */
const idemeum = z.strictObject({
  profile: z.string().default('idemeum-identity-center'),
  idp: z.strictObject({ host: hostName.default('acme.idemeum.com') }).prefault({}),
  identityCenter: kosmosIdentityCenter.shape.identityCenter,
});

/** Direct federation: sign-in and STS keep their own names, only the tenant's differs. */
const kosmosAwsIam = z.strictObject({
  profile: z.string().default('aws-iam'),
  idp: z.strictObject({ host: hostName.default('acme.1kosmos.net') }).prefault({}),
});

/** IAM Identity Center as the identity provider of a custom SAML 2.0 application: Kpow, or any other. */
const kpow = z.strictObject({
  profile: z.string().default('saml-app-identity-center'),
  identityCenter: kosmosIdentityCenter.shape.identityCenter,
  application: samlApplication(hostName).prefault({}),
});

const waiver = z.strictObject({
  check: z.string(),
  integration: z.string().optional(),
  reason: z.string().min(1),
  owner: z.string().min(1),
  until: z.iso.date(),
});

export const configSchema = z.strictObject({
  /** Folder for results.json, the HTML page and the rest; relative to the configuration file. */
  reportDir: z.string().min(1).default('report'),
  /** Browsers at the same time. Left out: two, or one on a single core. */
  workers: z.number().int().min(1).max(64).optional(),
  browser: z.strictObject({ path: z.string().optional(), headed: z.boolean().default(false) }).prefault({}),
  containers: z
    .strictObject({
      /** Image with Node 24 or newer that the doubles' image is built on. */
      baseImage: z.string().min(1).default('node:24-slim'),
    })
    .prefault({}),
  /** What is rolled out. Each key is an integration of `countersign list`. */
  integrations: z
    .strictObject({
      '1kosmos-identity-center': kosmosIdentityCenter.optional(),
      '1kosmos-aws-iam': kosmosAwsIam.optional(),
      kpow: kpow.optional(),
      idemeum: idemeum.optional(),
      'scim-service': scimServiceSchema.optional(),
      'cognito-user-pool': cognitoUserPool.optional(),
      'cognito-identity-pool': cognitoIdentityPool.optional(),
    })
    .refine((value) => Object.values(value).some((one) => one !== undefined), 'at least one integration'),
  /** Real service providers that "countersign refusals" tries attacks on. */
  refusals: refusalsSchema,
  /** Real identity providers that it tries attacks on. */
  idpRefusals: idpRefusalsSchema,
  /** Findings that are known and accepted for a while. */
  waivers: z.array(waiver).default([]),
});

/** What a configuration file may say; everything but `integrations` may be left out. */
export type ConfigInput = z.input<typeof configSchema>;
/** A configuration with all defaults filled in. */
export type Config = z.output<typeof configSchema>;
export type KosmosIdentityCenterConfig = NonNullable<Config['integrations']['1kosmos-identity-center']>;
export type IdemeumRolloutConfig = NonNullable<Config['integrations']['idemeum']>;
export type ScimServiceConfig = NonNullable<Config['integrations']['scim-service']>;
export type KpowConfig = NonNullable<Config['integrations']['kpow']>;
export type CognitoUserPoolConfig = NonNullable<Config['integrations']['cognito-user-pool']>;
export type CognitoIdentityPoolConfig = NonNullable<Config['integrations']['cognito-identity-pool']>;
export type AwsIamConfig = NonNullable<Config['integrations']['1kosmos-aws-iam']>;
