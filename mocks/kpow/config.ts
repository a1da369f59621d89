import { z } from 'zod';

const hostName = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'A host name in lower case.');

export const environmentBody = z.strictObject({
  /** Variables by name, as the vendor's guide has them. */
  environment: z.record(z.string(), z.string()).default({}),
  /** Text of files by the path that a variable names; in place of the disk. */
  files: z.record(z.string(), z.string()).default({}),
});
export type KpowEnvironment = z.output<typeof environmentBody>;

export const configBody = z.strictObject({
  /** Name that it answers to. */
  host: hostName.default('kpow.acme.example'),
  /** Further names that lead to the same Kpow, for addresses that were typed wrong. */
  otherHosts: z.array(hostName).default([]),
  /** Left out: it waits until it is given an environment. */
  start: environmentBody.optional(),
});
export type KpowConfig = z.input<typeof configBody>;
