import { z } from 'zod';

/** Claim of the ID token that says how well a person is known, and the least that is enough. */
export const assuranceBody = z.strictObject({ claim: z.string(), minimum: z.number() }).nullable();

export const configBody = z.strictObject({
  host: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'A host name in lower case.')
    .default('api.acme.example'),
  /** JWT authorizer of an HTTP API: issuer, and the app clients whose tokens it takes. */
  authorizer: z.strictObject({ issuer: z.url(), audience: z.array(z.string()).min(1) }),
  /** Asked for by the function behind the route; nothing is asked for when null. */
  assurance: assuranceBody.default(null),
  /** Where a production origin is really reached. */
  routes: z.record(z.url(), z.url()).default({}),
});
export type ApiGatewayConfig = z.input<typeof configBody>;
