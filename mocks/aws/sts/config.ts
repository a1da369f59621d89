import { z } from 'zod';
import { accountsShape } from '../iam/config.ts';

/** What AWS leaves open, set to be tried the other way. */
export const settingsBody = z.strictObject({
  /** Which IssueInstant the five minutes count from (aws.md A.4: not documented). */
  issueInstantOf: z.enum(['assertion', 'response']).default('assertion'),
  /** How far IssueInstant and NotBefore may lie ahead, in milliseconds. AWS names no figure: ours. */
  futureSkewMs: z
    .number()
    .int()
    .min(0)
    .default(5 * 60_000),
  /** How long after NotOnOrAfter a response is still taken, in milliseconds; a minute was seen to be too long. */
  expirySkewMs: z.number().int().min(0).default(0),
  /** AWS does not say whether SHA-1 signatures are still taken; they are, and the event log tells of them. */
  acceptSha1: z.boolean().default(true),
});
export type StsSettings = z.output<typeof settingsBody>;

export const stsShape = {
  ...accountsShape,
  region: z
    .string()
    .regex(/^[a-z]{2}(-gov)?-[a-z]+-\d$/)
    .default('us-east-1'),
  settings: settingsBody.default(() => settingsBody.parse({})),
};
export const stsBody = z.strictObject(stsShape);
export type StsConfig = z.input<typeof stsBody>;
