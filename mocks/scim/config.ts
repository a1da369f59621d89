import { z } from 'zod';
import { tokenRules } from './limits.ts';

/** What a SCIM endpoint is created with. */
export const scimConfig = z.strictObject({
  /** Begins every path: `/<tenantId>/scim/v2/`. */
  tenantId: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/)
    .default('c94e05a8-0bc4-46a1-9f7f-7b1a2f7d2c11'),
  /** Secrets of access tokens that are there from the start. */
  tokens: z.array(z.string().min(8)).max(tokenRules.live).default([]),
  /** How many of the latest requests are kept with their answers. */
  keepExchanges: z.number().int().positive().default(20_000),
});
export type ScimConfig = z.output<typeof scimConfig>;
export type ScimConfigInput = z.input<typeof scimConfig>;

/** The endpoint as a double of its own, without the rest of Identity Center. */
export const scimDoubleConfig = scimConfig.extend({ region: z.string().default('us-east-1') });
export type ScimDoubleConfigInput = z.input<typeof scimDoubleConfig>;

/** Addresses of the endpoint, in AWS's form (page "What is the IAM Identity Center SCIM implementation"). */
export function scimAddresses(region: string, tenantId: string) {
  const host = `scim.${region}.amazonaws.com`;
  const basePath = `/${tenantId}/scim/v2`;
  return { host, basePath, baseUrl: `https://${host}${basePath}/` } as const;
}
