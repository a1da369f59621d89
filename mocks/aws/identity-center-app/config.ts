import { z } from 'zod';
import { type MappingFormat, mappingFormats } from '../../../harness/aws/mapping-expressions-formats.ts';
import { configBody as centerBody } from '../identity-center/config.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Addresses that the console takes: absolute, http or https, up to 512 characters (API reference, SignInOptions). */
const address = z
  .url({
    protocol: /^https?$/,
    error: 'The console takes an absolute address beginning with https:// or http://.',
  })
  .max(512);

/** A line under “Attribute mappings”; the one called Subject gives the NameID. */
export const mappingBody = z.strictObject({
  /** Attribute in the application; to the letter. */
  name: z.string().min(1),
  /** Text, or expressions such as those for e-mail or groups. */
  value: z.string(),
  // The list is that of the console, read once for doubles and checks.
  format: z.enum(mappingFormats as unknown as [MappingFormat, ...MappingFormat[]]).default('unspecified'),
});
export type Mapping = z.output<typeof mappingBody>;

export const principalBody = z.strictObject({ type: z.enum(['user', 'group']), id: z.string().min(1) });
export type Principal = z.output<typeof principalBody>;

/** A custom SAML 2.0 application as an administrator sets it up. */
export const applicationBody = z.strictObject({
  displayName: z.string().min(1).max(255),
  description: z.string().max(1024).default(''),
  /** Sets how long the assertion may be used, and the session after it (user guide, application properties). */
  sessionMs: z
    .number()
    .int()
    .min(15 * minute, 'A session lasts at least 15 minutes.')
    .max(12 * hour, 'A session lasts at most 12 hours.')
    .default(hour),
  /** Passed on unmodified, and only where the login begins here. */
  relayState: z.string().default(''),
  /** The tile leads there first, for applications that only begin logins themselves; empty for none. */
  startUrl: z.union([z.literal(''), address]).default(''),
  acsUrl: address,
  audience: z.string().min(1).max(1024),
  mappings: z.array(mappingBody).default([]),
  /**
   * Whether logins may begin at the application. One report of 2026 says that an application without a start URL is
   * refused with “No access”; the guides of Kpow and others leave the start URL empty and begin there all the same.
   */
  spInitiated: z.boolean().default(true),
  /** Whether the request's Issuer must be the audience. AWS was seen to refuse another in 2019, and to take one since. */
  compareIssuer: z.boolean().default(false),
});
export type ApplicationSetup = z.output<typeof applicationBody>;

/** Who signs people in: the directory of Identity Center, or an Active Directory behind it. */
export const identitySource = z.enum(['identity-center', 'active-directory']);

const uniqueId = z
  .string()
  .regex(/^ins-[0-9a-f]{16}$/, 'An application instance is called ins- and 16 hexadecimal digits.');

export const configBody = z.strictObject({
  /** Directory, accounts and names of the access portal. */
  center: centerBody.prefault({}),
  /** Account that Identity Center belongs to; stands in the addresses of applications. */
  accountId: z
    .string()
    .regex(/^\d{12}$/)
    .default('123456789012'),
  identitySource: identitySource.default('identity-center'),
  /** Active Directory only: its domain, SIDs of its groups by name, further attributes of people by user name. */
  domain: z.string().default('corp.example.com'),
  groupSids: z.record(z.string(), z.string().regex(/^S-1-5-21(-\d+){4}$/)).default({}),
  directoryAttributes: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** By user name. Somebody without one cannot sign in. */
  passwords: z.record(z.string(), z.string().min(8)).default({}),
  applications: z
    .record(uniqueId, applicationBody.extend({ assignments: z.array(principalBody).default([]) }))
    .default({}),
});
export type IdentityCenterAppConfig = z.input<typeof configBody>;
export type Instance = z.output<typeof configBody>;
