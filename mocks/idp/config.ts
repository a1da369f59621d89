import { z } from 'zod';
import { type WeaknessId, weaknesses } from '../../harness/model/weaknesses.ts';

/** What an administrator sets, with the values of a fresh tenant as defaults. */

const email = z.string().min(3);

export const userSchema = z.strictObject({
  email,
  /** The e-mail address when not given. */
  username: z.string().optional(),
  firstName: z.string().default(''),
  lastName: z.string().default(''),
  enabled: z.boolean().default(true),
  /** Attributes of the tenant's own, by name, for example the roles that a person may assume. */
  custom: z
    .record(z.string().regex(/^[A-Za-z][\w-]*$/), z.union([z.string(), z.array(z.string())]))
    .default({}),
});

/** A line of an application's claims mapping. */
const claimSchema = z.strictObject({
  /** Attribute name in the assertion. */
  name: z.string().min(1),
  /** Field of the person (`email`, `username`, `firstName`, `lastName`, `custom.NAME`, also with `user.` before); else taken as it stands. */
  value: z.union([z.string(), z.array(z.string())]),
  nameFormat: z.string().default('urn:oasis:names:tc:SAML:2.0:attrname-format:basic'),
});

const fiveMinutes = 5 * 60_000;
const eightHours = 8 * 3_600_000;

export const applicationSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9._-]+$/),
  name: z.string().min(1),
  /** Where a person starts the application; offered on pages that cannot go on. */
  accessUrl: z.url(),
  entityId: z.string().min(1).max(1024),
  acsUrl: z.url(),
  method: z.literal('POST').default('POST'),
  nameIdFormat: z.string().default('urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'),
  nameIdValue: z.string().default('email'),
  claims: z.array(claimSchema).default([]),
  signAssertion: z.boolean().default(true),
  signResponse: z.boolean().default(false),
  assignedUsers: z.union([z.literal('*'), z.array(email)]).default('*'),
  /** Instead of the entity ID. */
  audience: z.string().optional(),
  /** Instead of the ACS URL, in SubjectConfirmationData. */
  recipient: z.string().optional(),
  /** Another tenant's, when given: not to be started here. */
  tenant: z.string().optional(),
  requireSignedRequests: z.boolean().default(false),
  /** Base64 DER of the certificates that its requests are signed with. */
  requestCertificates: z.array(z.string()).default([]),
  /** How long an assertion may be used, in milliseconds. */
  validityMs: z.number().int().positive().default(fiveMinutes),
  /** How long after the login the application's session may last, in milliseconds. */
  sessionMs: z.number().int().positive().default(eightHours),
});

const region = 'us-east-1';
const signIn = `https://${region}.signin.aws.amazon.com/platform/saml`;

/** The application of the vendor's guide: AdminX → Applications → SAML 2.0 Generic → AWS IAM Identity Center. */
export const identityCenterApplication: z.input<typeof applicationSchema> = {
  id: 'aws-identity-center',
  name: 'AWS IAM Identity Center',
  accessUrl: 'https://d-1234567890.awsapps.com/start',
  entityId: `${signIn}/d-1234567890`,
  acsUrl: `${signIn}/acs/6f1c9f0e-3b5a-4d5e-9a0b-2c1d7e8f9a10`,
  claims: [
    { name: 'email', value: 'email' },
    { name: 'first_name', value: 'firstName' },
    { name: 'last_name', value: 'lastName' },
  ],
};

/** Ids of weaknesses, as a list that zod can read. */
const weaknessIds = Object.keys(weaknesses) as [WeaknessId, ...WeaknessId[]]; // the keys of that very object

/** Safeguards that are missing. None: the strict provider. */
export const weaknessList = z.array(z.enum(weaknessIds)).default([]);

export const configSchema = z.strictObject({
  host: z.string().default('acme.1kosmos.net'),
  /** Name that the pages show. */
  organisation: z.string().default('Acme'),
  users: z
    .array(userSchema)
    .default([userSchema.parse({ email: 'alice.wong@example.com', firstName: 'Alice', lastName: 'Wong' })]),
  applications: z.array(applicationSchema).default([applicationSchema.parse(identityCenterApplication)]),
  weaknesses: weaknessList,
  /** How long a QR code works, in milliseconds. */
  codeMs: z.number().int().positive().default(120_000),
  /** How long single sign-on lasts without a new approval, in milliseconds. */
  sessionMs: z.number().int().positive().default(eightHours),
});

export type IdpConfig = z.output<typeof configSchema>;
export type IdpConfigInput = z.input<typeof configSchema>;
export type Application = z.output<typeof applicationSchema>;
export type User = z.output<typeof userSchema>;

/** Addresses of a tenant, all made from its host name. */
export function addressesOf(config: Pick<IdpConfig, 'host'>) {
  const origin = `https://${config.host}`;
  return { origin, entityId: `${origin}/saml`, ssoUrl: `${origin}/saml/sso` } as const;
}

/**
 * Values of the field that a mapping names: one, or several for a custom attribute with several. Anything else is a
 * constant, as a mistyped field would be.
 */
export function resolveValues(user: User, expression: string): readonly string[] {
  const name = /^(?:user\.)?custom\.(.+)$/.exec(expression)?.[1];
  if (name === undefined) return [resolveField(user, expression)];
  const value = user.custom[name] ?? [];
  return typeof value === 'string' ? [value] : value;
}

/** The single value of a field. */
export function resolveField(user: User, expression: string): string {
  switch (expression.replace(/^user\./, '')) {
    case 'email':
      return user.email;
    case 'username':
      return user.username ?? user.email;
    case 'firstName':
      return user.firstName;
    case 'lastName':
      return user.lastName;
    default:
      return expression;
  }
}

export function isAssigned(application: Application, user: User): boolean {
  return application.assignedUsers === '*' || application.assignedUsers.includes(user.email);
}
