import { z } from 'zod';
import type { WeaknessId } from '../../harness/model/weaknesses.ts';
import { spWeaknesses } from './weak/weaken.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Those that a service provider can have, as a list that zod can read. */
const weaknessIds = Object.keys(spWeaknesses) as [WeaknessId, ...WeaknessId[]]; // the keys of that very object

const addressPair = z.strictObject({ entityId: z.string().min(1), acsUrl: z.url() });

export const settingsBody = z.strictObject({
  /** Safeguards that are missing. None: the strict service provider. */
  weaknesses: z.array(z.enum(weaknessIds)).default([]),
  /** Whether responses that nobody asked for are taken (IdP-initiated). */
  allowUnsolicited: z.boolean().default(false),
  /** The assertion itself must be signed; else a signed Response is enough. Stands in the metadata. */
  wantAssertionsSigned: z.boolean().default(true),
  /** Whether AuthnRequests are signed. */
  signRequests: z.boolean().default(false),
  /** The NameID format that is asked for and demanded; null takes any. */
  nameIdFormat: z.string().nullable().default('urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'),
  /** Tolerance for the other side's clock, in milliseconds. */
  skewMs: z
    .number()
    .int()
    .min(0)
    .default(3 * minute),
  /** How long a login may take from the request to its response. */
  loginMs: z
    .number()
    .int()
    .positive()
    .default(15 * minute),
  /** How old a message may be by its IssueInstant. */
  maxMessageAgeMs: z
    .number()
    .int()
    .positive()
    .default(10 * minute),
  /** How long ago the person may have logged in at the identity provider. */
  maxAuthnAgeMs: z
    .number()
    .int()
    .positive()
    .default(8 * hour),
  /** How long a session lasts, unless the identity provider ends it before. */
  sessionMs: z
    .number()
    .int()
    .positive()
    .default(8 * hour),
  /** Other tenants of the same software, whose messages are not for this one. */
  otherTenants: z
    .array(addressPair)
    .default([
      { entityId: 'https://other.countersign.test/metadata', acsUrl: 'https://other.countersign.test/acs' },
    ]),
});
export type Settings = z.output<typeof settingsBody>;

export const peopleBody = z.strictObject({
  /** NameIDs of those who have an account. */
  nameIds: z.array(z.string()).default([]),
  /** `anyone`: an account is made at the first login. */
  provision: z.enum(['known', 'anyone']).default('anyone'),
});
export type People = z.output<typeof peopleBody>;

export const idpsBody = z.array(z.strictObject({ metadata: z.string() }));

const path = z.string().regex(/^\/[\w./-]*$/, 'A path begins with a slash.');

export const configBody = z.strictObject({
  /** Names the application on its pages. */
  name: z.string().default('Countersign test application'),
  origin: z.url().default('https://app.countersign.test'),
  /** The metadata's address unless given. */
  entityId: z.string().min(1).max(1024).optional(),
  paths: z
    .strictObject({
      metadata: path.default('/metadata'),
      acs: path.default('/acs'),
      login: path.default('/login'),
      logout: path.default('/logout'),
      slo: path.default('/slo'),
    })
    .prefault({}),
  settings: settingsBody.prefault({}),
  people: peopleBody.prefault({}),
  /** Metadata files; the first is the provider of logins that begin here. */
  idps: idpsBody.default([]),
});
export type ServiceProviderConfig = z.input<typeof configBody>;
export type Instance = z.output<typeof configBody>;

/** Every public address of the service provider. */
export interface Addresses {
  readonly origin: string;
  readonly host: string;
  readonly entityId: string;
  readonly acsUrl: string;
  readonly sloUrl: string;
  readonly paths: Instance['paths'];
}

export function addressesOf({ origin, entityId, paths }: Instance): Addresses {
  const base = new URL(origin);
  return {
    origin: base.origin,
    host: base.host,
    entityId: entityId ?? base.origin + paths.metadata,
    acsUrl: base.origin + paths.acs,
    sloUrl: base.origin + paths.slo,
    paths,
  };
}
