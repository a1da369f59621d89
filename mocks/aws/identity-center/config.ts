import { z } from 'zod';
import { scimConfig } from '../../scim/config.ts';

export const userBody = z.strictObject({
  userName: z.string().min(1).max(128),
  email: z.string().min(1),
  givenName: z.string(),
  familyName: z.string(),
  active: z.boolean().default(true),
});
export type User = z.infer<typeof userBody>;

/** The forms in which AWS writes these: twelve digits, and IAM's name alphabet. */
export const accountId = z.string().regex(/^\d{12}$/, 'An account id has twelve digits.');
export const permissionSetName = z
  .string()
  .regex(/^[\w+=,.@-]{1,32}$/, 'A permission set name has 1 to 32 of [\\w+=,.@-].');

export const assignmentBody = z.strictObject({
  principal: z.strictObject({ type: z.enum(['user', 'group']), id: z.string().min(1) }),
  accountId,
  permissionSet: permissionSetName,
});
export type Assignment = z.infer<typeof assignmentBody>;

const minute = 60_000;

export const settingsBody = z.strictObject({
  /** AWS's requests are unsigned in every sample seen; whether it can sign them is not documented. */
  signRequests: z.boolean().default(false),
  allowIdpInitiated: z.boolean().default(true),
  /** AWS documents no replay rule for Identity Center; SAML Profiles 4.1.4.5 demands one. */
  replayProtection: z.boolean().default(true),
  /** Tolerance for the other side's clock, in milliseconds. AWS names no figure: ours. */
  skewMs: z
    .number()
    .int()
    .min(0)
    .default(3 * minute),
  /** How long a login may take from the request to its response. AWS names no figure: ours. */
  loginMs: z
    .number()
    .int()
    .positive()
    .default(15 * minute),
  /** Session duration set in Identity Center; the shorter of it and the provider's session counts. Default of AWS. */
  sessionMs: z
    .number()
    .int()
    .positive()
    .default(8 * 60 * minute),
  /** The metadata wants signed assertions: a signed Response alone is refused (Metadata 2.4.4). AWS does not say. */
  demandSignedAssertions: z.boolean().default(true),
  /** Whether SHA-1 signatures are taken; AWS does not say, SP 800-131A forbids them. */
  acceptSha1: z.boolean().default(false),
});
export type Settings = z.infer<typeof settingsBody>;

export const configBody = z.strictObject({
  region: z.string().default('us-east-1'),
  instanceId: z
    .string()
    .regex(/^d-[a-z0-9]{10}$/)
    .default('d-1234567890'),
  acsId: z.uuid().default('6f1c9f0e-3b5a-4d5e-9a0b-2c1d7e8f9a10'),
  settings: settingsBody.default(() => settingsBody.parse({})),
  idpMetadata: z.string().optional(),
  users: z.array(userBody).default([]),
  groups: z.record(z.string(), z.array(z.string())).default({}),
  accounts: z.record(accountId, z.string()).default({}),
  permissionSets: z.array(permissionSetName).default([]),
  assignments: z.array(assignmentBody).default([]),
  scim: scimConfig.default(() => scimConfig.parse({})),
});
export type IdentityCenterConfig = z.input<typeof configBody>;
export type Instance = z.output<typeof configBody>;
