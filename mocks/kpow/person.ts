import type { Session } from '../sp/memory.ts';
import { isAdmin, isAuthorized, knownRoles, type Rbac } from './rbac.ts';

/** Who is signed in, as Kpow reads it from the assertion. */
export interface Person {
  readonly email: string;
  readonly name: string;
  /** Values of the role attribute, in their order. */
  readonly roles: readonly string[];
  /** Those of them that the access file does not name. */
  readonly unknown: readonly string[];
  readonly authorized: boolean;
  readonly admin: boolean;
}

/** Names are compared to the letter: a role in other letters is another role, an attribute another attribute. */
export function personOf({ account, login }: Session, rbac: Rbac): Person {
  const valuesOf = (name: string) => login.attributes.find((one) => one.name === name)?.values ?? [];
  const roles = [...new Set(valuesOf(rbac.roleField).filter((role) => role !== ''))];
  const known = knownRoles(rbac);
  const [email = account] = [...valuesOf('Email'), ...valuesOf('email')];
  const [name = account] = [...valuesOf('Name'), ...valuesOf('name')];
  return {
    email,
    name,
    roles,
    unknown: rbac.policies.length === 0 ? [] : roles.filter((role) => !known.includes(role)),
    authorized: isAuthorized(roles, rbac),
    admin: isAdmin(roles, rbac),
  };
}
