import { z } from 'zod';
import { artifactNames } from '../model/evidence.ts';

const instant = z
  .string()
  .refine((text) => /^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text)), 'an ISO 8601 time');

const artifact = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('seen'),
    raw: z.string(),
    encoding: z.enum(['utf8', 'base64']),
    mediaType: z.string(),
    sha256: z.string(),
  }),
  z.object({ state: z.literal('missing'), why: z.string() }),
  z.object({ state: z.literal('broken'), why: z.string() }),
]);

const step = z.object({
  name: z.string(),
  startedAt: z.string(),
  durationMs: z.number(),
  failure: z.string().optional(),
});

/** Form of a saved bundle. What the artifacts hold is not looked at here: that is the checks' business. */
export const evidenceSchema = z.object({
  schema: z.literal('countersign/evidence/1'),
  integration: z.string().optional(),
  case: z.string().optional(),
  flow: z.string(),
  targets: z.array(
    z.object({
      role: z.enum(['idp', 'sp', 'authenticator', 'sts', 'scim']),
      mode: z.enum(['double', 'real']),
      product: z.string(),
      origins: z.array(z.string()),
    }),
  ),
  capturedAt: instant,
  /** More than this is no clock that runs ahead. */
  clockSkewMs: z.number().min(-1e12).max(1e12),
  artifacts: z.partialRecord(z.enum(artifactNames), artifact),
  steps: z.array(step),
  screenshots: z.array(
    // A name, so that a bundle from elsewhere cannot point out of its own folder.
    z.object({
      step: z.string(),
      file: z.string().regex(/^\w[\w.-]*$/, 'a file name'),
      description: z.string(),
    }),
  ),
  notes: z.array(z.string()),
  brokeOff: z.object({ step: z.string(), why: z.string() }).optional(),
});
