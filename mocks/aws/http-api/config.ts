import { z } from 'zod';
import { lambdaBody } from '../../lambda/config.ts';

const routeBody = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  path: z.string().startsWith('/'),
  /** Name of the function that answers. */
  function: z.string(),
  /** Only with a valid token; anybody unless given. */
  authorizer: z.literal('jwt').optional(),
});

export const configBody = z.strictObject({
  host: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'A host name in lower case.')
    .default('api.acme.example'),
  routes: z.array(routeBody).default([]),
  /** JWT authorizer of an HTTP API: issuer, and the app clients whose tokens it takes. */
  authorizer: z
    .strictObject({
      issuer: z.url(),
      audience: z.array(z.string()).min(1),
      /** Where the issuer is really reached; the issuer itself unless given. */
      reachedAt: z.url().optional(),
    })
    .optional(),
  lambda: lambdaBody.prefault({}),
});
export type HttpApiConfig = z.input<typeof configBody>;
export type HttpApiSettings = z.output<typeof configBody>;
