import { z } from 'zod';

const origin = z.url().refine((text) => new URL(text).origin === text, 'Give an origin, without a path.');

/** Safeguards that an application weak on purpose leaves out. */
export const safeguards = ['state', 'nonce', 'code-challenge', 'signature'] as const;
export type Safeguard = (typeof safeguards)[number];

export const configBody = z.strictObject({
  host: z.string().default('app.acme.example'),
  /** Name on its pages. */
  name: z.string().default('Acme Payments'),
  /** App client at the user pool. */
  client: z.strictObject({ id: z.string(), secret: z.string().optional() }),
  /** Issuer of the user pool. */
  issuer: z.url(),
  /** Origin of the hosted UI. */
  hostedUi: origin,
  /** Provider of the pool that signs people in; the pool's own page when left out. */
  provider: z.string().optional(),
  scopes: z.array(z.string()).default(['openid', 'email', 'profile']),
  /** Claim of the ID token that tells how well somebody is known. */
  assuranceClaim: z.string().default('custom:ial'),
  /** Resource that the application asks for in the person's name. */
  resource: z.url().default('https://api.acme.example/payments'),
  lacks: z.array(z.enum(safeguards)).default([]),
  routes: z.record(origin, z.url()).default({}),
});
export type RelyingAppConfig = z.input<typeof configBody>;
export type RelyingAppSettings = z.output<typeof configBody>;
