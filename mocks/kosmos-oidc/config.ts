import { z } from 'zod';
import { applicationSchema, userSchema } from '../idp/config.ts';

/** Scope by which an application asks for proof of identity (NIST SP 800-63A, IAL2). */
export const assuranceScope = '/assurance/ial/2';

/** An application of the tenant that uses OpenID Connect. */
export const clientSchema = z.strictObject({
  id: z.string().regex(/^[\x21-\x7e]{1,200}$/),
  secret: z.string().min(16),
  /** Shown on the login page and on the phone. */
  name: z.string().min(1),
  redirectUris: z.array(z.url()).min(1),
  /** How it proves itself at the token endpoint. */
  authMethod: z.enum(['client_secret_post', 'client_secret_basic']).default('client_secret_post'),
  /** Where a person starts it; offered on pages that cannot go on. */
  accessUrl: z.url().default('https://app.acme.example/'),
});

export const configSchema = z.strictObject({
  host: z.string().default('acme.1kosmos.net'),
  organisation: z.string().default('Acme'),
  /** Community of the tenant; part of the issuer. */
  community: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('default'),
  /** `custom.ial` is the identity assurance level that a person was proofed to; 1 when left out. */
  users: z.array(userSchema).default([]),
  clients: z.array(clientSchema).default([]),
  /** The same tenant's SAML applications. */
  applications: z.array(applicationSchema).default([]),
  codeMs: z.number().int().positive().default(120_000),
});
export type KosmosOidcConfig = z.output<typeof configSchema>;
export type KosmosOidcInput = z.input<typeof configSchema>;
export type OidcClient = z.output<typeof clientSchema>;

/**
 * Addresses of a tenant as OpenID provider. The paths of authorize and token are 1Kosmos' own; that they lie below the
 * issuer, and that the issuer publishes a discovery document, is an assumption: none was found in public.
 */
export function oidcAddresses({ host, community }: Pick<KosmosOidcConfig, 'host' | 'community'>) {
  const base = `/oauth2/community/${community}/v1`;
  return { base, origin: `https://${host}`, issuer: `https://${host}${base}` } as const;
}
