import { parse } from 'yaml';
import { z } from 'zod';

const effects = ['Allow', 'Deny', 'Stage'] as const;
/** What comes of an action: allowed, refused, or kept until an administrator agrees. */
export type Effect = (typeof effects)[number];

const names = z.array(z.string().min(1));

const policyBody = z
  .strictObject({
    /** Path of what it is about, for example `["cluster", "N9xn…", "topic", "tx_audit"]`; `"*"` is any. */
    resource: names.min(1),
    effect: z.enum(effects),
    actions: names.min(1),
    role: z.string().min(1).optional(),
    roles: names.min(1).optional(),
  })
  .refine(({ role, roles }) => (role === undefined) !== (roles === undefined), 'either "role" or "roles"');

const rbacBody = z.strictObject({
  /** Who may see the application at all; everybody with a role that the file names, unless given. */
  authorized_roles: names.optional(),
  admin_roles: names.default([]),
  policies: z.array(policyBody).default([]),
  saml: z.strictObject({ role_field: z.string().min(1).default('Roles') }).prefault({}),
});

export interface Policy {
  readonly resource: readonly string[];
  readonly effect: Effect;
  readonly actions: readonly string[];
  readonly roles: readonly string[];
}

/** The access file: which role may do what. */
export interface Rbac {
  /** Attribute of the assertion that holds the roles. */
  readonly roleField: string;
  readonly authorizedRoles: readonly string[];
  readonly adminRoles: readonly string[];
  readonly policies: readonly Policy[];
}

/** A role that everybody has. */
export const everyone = '*';

/** Without a file, whoever is signed in may see the application, and do what needs no policy. */
export const noRbac: Rbac = { roleField: 'Roles', authorizedRoles: [everyone], adminRoles: [], policies: [] };

/** Reads an access file. @throws Error that says what is wrong and where */
export function readRbac(text: string): Rbac {
  const parsed = rbacBody.safeParse(parse(text) ?? {});
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const { authorized_roles: authorized, admin_roles: adminRoles, saml, policies } = parsed.data;
  const read = policies.map(({ role, roles, ...policy }) => ({ ...policy, roles: roles ?? [role ?? ''] }));
  const known = [...new Set([...adminRoles, ...read.flatMap(({ roles }) => roles)])];
  return { roleField: saml.role_field, authorizedRoles: authorized ?? known, adminRoles, policies: read };
}

/** Roles that the file names anywhere. */
export function knownRoles({ authorizedRoles, adminRoles, policies }: Rbac): readonly string[] {
  const all = [...authorizedRoles, ...adminRoles, ...policies.flatMap(({ roles }) => roles)];
  return [...new Set(all)].filter((role) => role !== everyone);
}

/** Whether somebody with these roles may see the application. An administrator always may. */
export function isAuthorized(roles: readonly string[], { authorizedRoles, adminRoles }: Rbac): boolean {
  const held = [...roles, everyone];
  return [...authorizedRoles, ...adminRoles].some((role) => held.includes(role));
}

export function isAdmin(roles: readonly string[], { adminRoles }: Rbac): boolean {
  return adminRoles.some((role) => roles.includes(role));
}

/**
 * What comes of an action on a resource: Deny before all others, and Deny where nothing is said. That Stage goes before
 * Allow is assumed: the guide says only that Deny does.
 */
export function decide(
  roles: readonly string[],
  resource: readonly string[],
  action: string,
  { policies }: Rbac,
): Effect {
  const held = [...roles, everyone];
  const found = policies
    .filter((policy) => policy.roles.some((role) => held.includes(role)))
    .filter((policy) => covers(policy.resource, resource))
    .filter(({ actions }) => actions.includes(action) || actions.includes('*'))
    .map(({ effect }) => effect);
  return (['Deny', 'Stage', 'Allow'] as const).find((effect) => found.includes(effect)) ?? 'Deny';
}

/** A policy on a cluster is one on everything in it. */
function covers(policy: readonly string[], resource: readonly string[]): boolean {
  return (
    policy.length <= resource.length &&
    policy.every((step, index) => step === everyone || step === resource[index])
  );
}

/** A line of what somebody may do. */
export interface Permission {
  readonly resource: readonly string[];
  readonly action: string;
  readonly effect: Effect;
}

/** Every action on every resource that the file names, with what comes of it for these roles. */
export function permissionsOf(roles: readonly string[], rbac: Rbac): readonly Permission[] {
  const actions = [...new Set(rbac.policies.flatMap((policy) => policy.actions))].sort();
  const resources = new Map(rbac.policies.map(({ resource }) => [resource.join('/'), resource]));
  return [...resources.values()].flatMap((resource) =>
    actions
      .filter((action) => rbac.policies.some((one) => one.actions.includes(action) && touches(one, resource)))
      .map((action) => ({ resource, action, effect: decide(roles, resource, action, rbac) })),
  );
}

function touches(policy: Policy, resource: readonly string[]): boolean {
  return covers(policy.resource, resource) || covers(resource, policy.resource);
}
