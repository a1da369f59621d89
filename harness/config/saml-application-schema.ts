import { z } from 'zod';

const web = z.url({ protocol: /^https?$/, error: 'an http or https address' });

/** Where something stands in an answer of an application: in its JSON, or in its page. */
const place = z
  .strictObject({
    url: web,
    /** For example `$.user.email`. */
    json: z.string().startsWith('$').optional(),
    /** For example `[data-testid="user-name"]`. */
    selector: z.string().min(1).optional(),
  })
  .refine(
    ({ json, selector }) => (json === undefined) !== (selector === undefined),
    'either "json" or "selector"',
  );

/** What an application is given of IAM Identity Center, as an administrator downloads it. */
export interface IdentityCenterFiles {
  readonly metadata: string;
  /** PEM. */
  readonly certificate: string;
  /** Issuer and sign-in URL are one. */
  readonly issuerUrl: string;
}

/** An application of one's own in place of the Kpow double: any that takes SAML logins. */
const existingApplication = z.strictObject({
  /** What it is, for reports. */
  product: z.string().min(1),
  /** Where it answers on this machine, by http; browsers see it under the origin of its consumer service. */
  address: web,
  acsUrl: z.url({ protocol: /^https$/, error: 'an https address' }),
  /** Page that sends people to sign in. */
  startUrl: z.url({ protocol: /^https$/, error: 'an https address' }),
  /** Its metadata, where it publishes any. */
  metadataUrl: web.optional(),
  /** Selector of what only people who are signed in see on the first page, and of what a refusal shows. */
  home: z.string().min(1),
  refusal: z.string().min(1),
  /** How to ask who is signed in, and with which roles. */
  whoami: place,
  roles: place,
  /** Gives it the identity provider's files, and starts it anew if it must be. */
  setUp: z.custom<(files: IdentityCenterFiles) => Promise<void> | void>(
    (value) => typeof value === 'function',
    'a function that takes metadata, certificate and issuerUrl',
  ),
});
export type ExistingApplication = z.output<typeof existingApplication>;

/** A custom SAML 2.0 application behind IAM Identity Center: the Kpow double, or an application of one's own. */
export const samlApplication = (hostName: z.ZodString) =>
  z.strictObject({
    /** Display name. */
    name: z.string().min(1).default('Kpow-UAT-1'),
    /** Host name of the Kpow double. */
    host: hostName.default('kpow.acme.example'),
    audience: z.string().min(1).default('urn:amazon:webservices'),
    /** Attribute that roles are read from; to the letter. */
    rolesAttribute: z.string().min(1).default('Roles'),
    existing: existingApplication.optional(),
  });
