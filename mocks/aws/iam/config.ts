import { z } from 'zod';
import { parseProviderArn, parseRoleArn } from '../../../harness/aws/arn.ts';

/** What an administrator of some accounts sets. The doubles of IAM, STS and sign-in all take it. */

export const accountId = z.string().regex(/^\d{12}$/, 'An account id has twelve digits.');
export const roleArn = z
  .string()
  .refine((arn) => parseRoleArn(arn) !== undefined, 'This is no ARN of an IAM role.');
export const providerArn = z
  .string()
  .refine((arn) => parseProviderArn(arn) !== undefined, 'This is no ARN of an IAM SAML provider.');

const tags = z.array(z.strictObject({ key: z.string(), value: z.string() })).default([]);

export const roleBody = z.strictObject({
  arn: roleArn,
  /** `AROA…`; made when not given. */
  id: z.string().optional(),
  trustPolicy: z.union([z.string(), z.record(z.string(), z.unknown())]),
  maxSessionDurationSeconds: z.number().int().min(3600).max(43_200).default(3600),
  tags,
  /** True takes a policy that IAM would not accept anew but that accounts hold, for example with NotPrincipal. */
  stored: z.boolean().default(false),
});
export type RoleInput = z.input<typeof roleBody>;

export const providerBody = z.strictObject({
  arn: providerArn,
  metadata: z.string(),
  uuid: z
    .string()
    .regex(/^[A-Z0-9]{22,64}$/)
    .optional(),
  /** ISO 8601. */
  validUntil: z.iso.datetime().optional(),
  tags,
  encryptionMode: z.enum(['Required', 'Allowed']).optional(),
  /** PEM of the keys that open encrypted assertions; IAM keeps two. */
  privateKeys: z.array(z.string()).max(2).default([]),
});
export type ProviderInput = z.input<typeof providerBody>;

export const documentBody = z.strictObject({
  content: z.unknown(),
  arn: providerArn.optional(),
  /** File that it was read from, for messages. */
  name: z.string().min(1).optional(),
});
export type DocumentInput = z.input<typeof documentBody>;

/** Long-term keys of somebody who may call IAM. The default pair is the example of AWS's own documentation. */
export const credentialBody = z.strictObject({
  accessKeyId: z.string().min(16),
  secretAccessKey: z.string().min(1),
  arn: z.string().regex(/^arn:[^:]+:iam::\d{12}:(user\/.+|root)$/, 'This is no ARN of an IAM user.'),
  userId: z.string().default('AIDACKCEVSQ6C2EXAMPLE'),
});
export type CredentialInput = z.input<typeof credentialBody>;

const exampleCredential = credentialBody.parse({
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  arn: 'arn:aws:iam::111122223333:user/admin',
});

export const accountsShape = {
  /** Account id → alias. */
  aliases: z.record(accountId, z.string()).default({}),
  /** Files that AWS emitted, see `AwsDocument`. */
  documents: z.array(documentBody).default([]),
  providers: z.array(providerBody).default([]),
  roles: z.array(roleBody).default([]),
  credentials: z.array(credentialBody).default([exampleCredential]),
};
export const accountsBody = z.strictObject(accountsShape);
export type AccountsConfig = z.input<typeof accountsBody>;
export type AccountsSeed = z.output<typeof accountsBody>;
