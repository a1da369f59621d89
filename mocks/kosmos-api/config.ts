import { z } from 'zod';

/** How the service behaves on purpose. `up` is how it should. */
export const modes = ['up', 'down', 'slow', 'unauthorized', 'throttled', 'malformed', 'incomplete'] as const;
export type Mode = (typeof modes)[number];

export const operations = ['open-session', 'start-step-up', 'read-result'] as const;
export type Operation = (typeof operations)[number];

export const modeBody = z.strictObject({
  mode: z.enum(modes),
  /** Which calls; all unless given. */
  on: z.array(z.enum(operations)).default([...operations]),
  /** For `slow`: how long an answer takes. */
  delayMs: z.number().int().nonnegative().default(10_000),
  /** After so many calls it is up again; never unless given. */
  times: z.number().int().positive().optional(),
});
export type ModeSetting = z.output<typeof modeBody>;

export const configBody = z.strictObject({
  /** Tenant's host name: `<tenant>.1kosmos.net`. */
  host: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'A host name in lower case.')
    .default('acme.1kosmos.net'),
  /** Bearer key of the tenant. Made at the start unless given; `GET /credentials` of the control API shows it. */
  apiKey: z.string().min(8).optional(),
  /** Key of the signature on callbacks. Made at the start unless given. */
  callbackSecret: z.string().min(8).optional(),
  /** Users who have enrolled a LiveID, by their subject at 1Kosmos. */
  users: z.array(z.string().min(1)).default([]),
  /** Production origin of a callback's address → where it is posted. Callbacks elsewhere are only handed out. */
  callbackRoutes: z.record(z.url(), z.url()).default({}),
});
export type KosmosApiConfig = z.input<typeof configBody>;
