import { z } from 'zod';

const variable = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable');

/** A SCIM service that exists: its address and token are in the environment, never in a file. */
const existingService = z
  .strictObject({
    /** What it is, for reports. */
    product: z.string().min(1).default('IAM Identity Center automatic provisioning'),
    /** Variables that hold the base URL and an access token. */
    baseUrlVariable: variable.default('SCIM_BASE_URL'),
    tokenVariable: variable.default('SCIM_TOKEN'),
    /** People and groups are made at, changed at and removed from another machine than this one only with this set. */
    allowChanges: z.boolean().default(false),
    /** Who allowed it; stands in the report. */
    allowedBy: z.string().min(1).optional(),
    /**
     * Cases that this service is known to answer otherwise, each with the reason why that is accepted; by check, where it
     * is another than that of the standard.
     */
    differences: z
      .record(z.string(), z.union([z.string().min(1), z.record(z.string(), z.string().min(1))]))
      .default({}),
  })
  .refine(({ allowChanges, allowedBy }) => !allowChanges || allowedBy !== undefined, {
    path: ['allowedBy'],
    message: 'the name of whoever allowed changes',
  });
export type ExistingScimService = z.output<typeof existingService>;

/** A SCIM service that is put to the test: the double of IAM Identity Center's, or an existing one. */
export const scimServiceSchema = z.strictObject({
  /** `scim-service` judges by the RFCs alone. */
  profile: z.string().default('scim-service-identity-center'),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region such as us-east-1')
    .default('us-east-1'),
  existing: existingService.optional(),
});
