import { z } from 'zod';
import { CountersignError } from '../model/error.ts';

const person = z.strictObject({
  /** NameID exactly as the identity provider would send it. */
  nameId: z.string().min(1),
  /** Attributes of an ordinary login, name → value or values. */
  attributes: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
});

const web = z.url({ protocol: /^https?$/, error: 'an http or https address' });

const whoami = z
  .strictObject({
    url: web,
    /** Where the name stands in a JSON answer, for example `$.user.email`. */
    json: z.string().startsWith('$').optional(),
    /** Where the name stands in a page, for example `[data-testid="user-name"]`. */
    selector: z.string().min(1).optional(),
  })
  .refine(
    ({ json, selector }) => (json === undefined) !== (selector === undefined),
    'either "json" or "selector"',
  );

/** A real service provider that attacks are tried on. The harness is its identity provider. */
const refusalTarget = z
  .strictObject({
    /** Names it in reports; its key unless given. */
    name: z.string().min(1).optional(),
    entityId: z.string().min(1),
    acsUrl: web,
    /** Page that sends the browser to the identity provider; left out where logins only begin there. */
    startUrl: web.optional(),
    /** Page that only people who are logged in see. */
    protectedUrl: web.optional(),
    /** How to ask who is logged in. Left out: a page that names the person is looked for. */
    whoami: whoami.optional(),
    /** Further origins of the target than those of the addresses given here. */
    origins: z.array(web).default([]),
    idp: z.strictObject({
      /** Folder that "countersign refusals --make-idp" wrote; relative to the configuration file. */
      folder: z.string().min(1),
      entityId: z.string().min(1).default('https://idp.countersign.test/metadata'),
      ssoUrl: web.default('https://idp.countersign.test/sso'),
    }),
    /** What an ordinary response has signed. */
    signed: z.enum(['assertion', 'response', 'both']).default('assertion'),
    nameIdFormat: z.string().default('urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'),
    /** Two accounts made for this: the attacker's, and the one that must not be reached. */
    self: person,
    victim: person,
    /** RelayState of a login that begins at the identity provider. */
    relayState: z.string().optional(),
    /** True when responses that nobody asked for must be refused. */
    unsolicitedOff: z.boolean().default(false),
    logoutUrl: web.optional(),
    singleLogoutUrl: web.optional(),
    /** PEM file of the certificate that assertions are encrypted for; relative to the configuration file. */
    encryptionCertificateFile: z.string().min(1).optional(),
    /** Attacks under way at a time. */
    concurrency: z.number().int().min(1).max(32).default(4),
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
  });

/** Targets by the id that `--integration` names. */
export const refusalsSchema = z
  .record(z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id in lower case'), refusalTarget)
  .default({});

export type RefusalTargetConfig = z.output<typeof refusalTarget>;

/** Checks targets that were given by flags, and fills their defaults in. @throws CountersignError `usage` */
export function readRefusals(value: unknown): z.output<typeof refusalsSchema> {
  const parsed = refusalsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CountersignError(
    'usage',
    `The target does not fit: ${issue?.path.slice(1).join('.')}: expected ${issue?.message.replace(/^Invalid input: expected /, '')}.`,
    'See "countersign refusals --help" for what each option takes.',
  );
}
