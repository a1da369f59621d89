import { z } from 'zod';

const web = z.url({ protocol: /^https?$/, error: 'an http or https address' });

const person = z.strictObject({
  /** NameID exactly as the identity provider sends it. */
  nameId: z.string().min(1),
  /** What is typed into the user name's field; the NameID unless given. */
  userName: z.string().min(1).optional(),
  /** Environment variable that holds the password: it never stands in the file. */
  passwordEnv: z.string().regex(/^[A-Za-z_]\w*$/, 'the name of an environment variable'),
});

const serviceProvider = z.strictObject({ entityId: z.string().min(1), acsUrl: web });

/** A real identity provider that attacks are tried on. The harness is one of its service providers. */
const idpRefusalTarget = z
  .strictObject({
    /** Names it in reports; its key unless given. */
    name: z.string().min(1).optional(),
    entityId: z.string().min(1),
    /** Takes AuthnRequests by HTTP-Redirect. */
    ssoUrl: web,
    /** Further origins of the provider than those of the addresses given here, such as its login page's. */
    origins: z.array(web).default([]),
    /** The service provider that the harness is: registered at the provider for this. Its address is never opened. */
    sp: serviceProvider.extend({
      nameIdFormat: z.string().default('urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'),
      /** PEM files of the key that signs requests, where the provider demands it; relative to the configuration. */
      keyFile: z.string().min(1).optional(),
      certificateFile: z.string().min(1).optional(),
    }),
    /** Another service provider that is registered there. */
    otherSp: serviceProvider.optional(),
    /** Names of the fields of its login form, on one page or on two. */
    login: z.strictObject({ userField: z.string().min(1), passwordField: z.string().min(1) }),
    /** Two accounts made for this: the attacker's, and the one that must not be reached. */
    self: person,
    victim: person,
    /** How long an answer may take at most, in milliseconds. */
    timeoutMs: z.number().int().min(1000).default(30_000),
    /** Hostile messages go to another machine than this one only with this set. */
    allowHostileTests: z.boolean().default(false),
    /** Who allowed it; stands in the report. */
    allowedBy: z.string().min(1).optional(),
  })
  .refine(({ allowHostileTests, allowedBy }) => !allowHostileTests || allowedBy !== undefined, {
    path: ['allowedBy'],
    message: 'the name of whoever allowed hostile tests',
  })
  .refine(({ sp }) => (sp.keyFile === undefined) === (sp.certificateFile === undefined), {
    path: ['sp'],
    message: 'both "keyFile" and "certificateFile", or neither',
  });

/** Targets by the id that `--integration` names. */
export const idpRefusalsSchema = z
  .record(z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id in lower case'), idpRefusalTarget)
  .default({});

export type IdpRefusalTargetConfig = z.output<typeof idpRefusalTarget>;
