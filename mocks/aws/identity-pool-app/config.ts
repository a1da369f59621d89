import { z } from 'zod';
import { poolOperations } from '../../../harness/model/identity-pool-records.ts';

const origin = z.url().refine((text) => new URL(text).origin === text, 'Give an origin, without a path.');

/** What an administrator sets of the application, and what its code does. */
export const settingsBody = z.strictObject({
  identityPoolId: z.string().default('us-east-1:11111111-2222-3333-4444-555555555555'),
  /** Key of Logins. */
  provider: z.string().default('arn:aws:iam::111122223333:saml-provider/1Kosmos'),
  /** Sent with GetCredentialsForIdentity. */
  customRoleArn: z.string().optional(),
  /** Calls that it makes with every response, in this order; each brings the assertion. */
  operations: z.array(z.enum(poolOperations)).default(['GetId', 'GetCredentialsForIdentity']),
  /** What it takes from the response for Logins: the whole, as AWS wants it, or what people mistake for it. */
  token: z.enum(['response', 'assertion', 'decoded']).default('response'),
  /** Keys that a careless developer built into it: with them it signs calls that need no signature. */
  keys: z.strictObject({ accessKeyId: z.string(), secretAccessKey: z.string() }).optional(),
});
export type AppSettings = z.output<typeof settingsBody>;

export const appShape = {
  host: z.string().default('reports.acme.example'),
  name: z.string().min(1).default('Acme Reports'),
  region: z.string().default('us-east-1'),
  settings: settingsBody.default(() => settingsBody.parse({})),
  /** Where a production origin is really reached. */
  routes: z.record(origin, z.url()).default({}),
};
export const appBody = z.strictObject(appShape);
export type IdentityPoolAppConfig = z.input<typeof appBody>;
