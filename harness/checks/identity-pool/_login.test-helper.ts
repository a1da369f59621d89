import type { IdentityPool, IdentityPoolRecord, PoolCall } from '../../model/identity-pool-records.ts';
import type { Mutation } from '../../model/mutation.ts';
import { mutations } from '../../mutations/index.ts';
import { changed } from '../check-tester.ts';

/** A mutation of the family by its name. */
export function broken(name: string): Mutation {
  const found = mutations.find(({ id }) => id === `identity-pool/${name}`);
  if (found === undefined) throw new Error(`There is no mutation "identity-pool/${name}".`);
  return found;
}

/** Changes of the genuine login into an identity pool. */
export const record = (apply: (one: IdentityPoolRecord) => IdentityPoolRecord) =>
  changed({ on: 'identity-pool', apply });
export const pool = (apply: (one: IdentityPool) => Partial<IdentityPool>) =>
  record((one) => ({ ...one, pool: { ...one.pool, ...apply(one.pool) } }));
export const calls = (apply: (call: PoolCall) => PoolCall) =>
  record((one) => ({ ...one, calls: one.calls.map(apply) }));
export const response = (apply: (xml: string) => string) => changed({ on: 'response', apply });

/** The rules in place of the genuine ones. */
export const rules = (...all: IdentityPool['roleMappings'][number]['rules']) =>
  pool(({ roleMappings }) => ({ roleMappings: roleMappings.map((one) => ({ ...one, rules: all })) }));

/** The trust policy of every role of the account, as an object of statements. */
export const trust = (...statements: readonly object[]) =>
  record((one) => ({
    ...one,
    roles: one.roles.map((role) => ({
      ...role,
      trustPolicy: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
    })),
  }));
