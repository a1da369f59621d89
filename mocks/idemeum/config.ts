import { z } from 'zod';
import { retryPolicy } from './provisioning/settings.ts';

const id = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);

/** Somebody in the tenant's directory. The id stays when everything else changes. */
export const personSchema = z.strictObject({
  id,
  email: z.string().min(3),
  firstName: z.string(),
  lastName: z.string(),
  enabled: z.boolean().default(true),
});
export type Person = z.output<typeof personSchema>;

export const teamSchema = z.strictObject({
  id,
  name: z.string().min(1),
  /** Ids of people. */
  members: z.array(id).default([]),
  /** Ids of groups whose people are in it too. */
  groups: z.array(id).default([]),
});
export type Team = z.output<typeof teamSchema>;

/** Who may use an application: people by name, and everybody in a group. */
export const entitlementSchema = z.strictObject({
  people: z.array(id).default([]),
  groups: z.array(id).default([]),
});
export type Entitlement = z.output<typeof entitlementSchema>;

const eightHours = 8 * 3_600_000;
const origin = z.url().refine((text) => new URL(text).origin === text, 'Give an origin, without a path.');

export const idemeumConfig = z.strictObject({
  host: z.string().default('acme.idemeum.com'),
  /** Name that the pages show. */
  organisation: z.string().default('Acme'),
  people: z.array(personSchema).default([]),
  groups: z.array(teamSchema).default([]),
  /** How long a QR code works, in milliseconds. */
  codeMs: z.number().int().positive().default(120_000),
  /** How long single sign-on lasts without a new approval, in milliseconds. */
  sessionMs: z.number().int().positive().default(eightHours),
  /** Where a SCIM service is really reached: `https://scim.us-east-1.amazonaws.com` → `http://127.0.0.1:1234`. */
  routes: z.record(origin, z.url()).default({}),
  /** How long a push goes on with a service that does not answer as it should. */
  retry: z
    .strictObject({
      attempts: z.number().int().positive(),
      baseMs: z.number().int().nonnegative(),
      capMs: z.number().int().nonnegative(),
      patienceMs: z.number().int().nonnegative(),
    })
    .default(retryPolicy),
});
export type IdemeumConfig = z.output<typeof idemeumConfig>;
export type IdemeumConfigInput = z.input<typeof idemeumConfig>;
