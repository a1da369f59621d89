import type { IdentityPool, IdentityPoolRecord } from '../../harness/model/identity-pool-records.ts';
import type { AttributeExpectation, Setup } from '../../harness/model/records.ts';
import { createIdentityPoolClient } from '../../mocks/aws/cognito-identity-pool/client.ts';
import type { Bench } from '../support/bench.ts';
import { enrol } from '../support/kosmos.ts';
import type { PoolCase, PoolChange } from './cases.ts';
import { basePool, type Controls, type Names } from './parties.ts';
import { account, claims, entityId, people, provider, roleRecords } from './world.ts';

export interface Prepared {
  readonly setup: Setup;
  /** The record as it is before anybody called. */
  readonly record: Omit<IdentityPoolRecord, 'calls'>;
}

/**
 * Brings the doubles to the case's state in the order of the guide: metadata collected from the identity provider, an
 * IAM identity provider made of it, the pool set up with it, the application told of the pool, phones enrolled.
 */
export async function prepare(
  one: PoolCase,
  controls: Controls,
  names: Names,
  bench: Bench,
): Promise<Prepared> {
  await Promise.all(Object.values(controls).map((control) => control.send('POST', '/reset')));
  for (const arrangement of one.before) await arrangement(controls);
  const metadata = await bench.fetchText(names.idpMetadata);
  const pools = createIdentityPoolClient(controls.pools);
  await pools.putProvider({ arn: provider, metadata });
  const pool = await pools.putPool(poolOf(one, names));
  await controls.app.send('PUT', '/idp-metadata', { metadata });
  await controls.app.send('PATCH', '/settings', one.app);
  const { published } = await controls.idp.get<{ published: readonly { certificateDer: string }[] }>('/keys');
  await enrol(people[one.person].email, controls, names);
  for (const arrangement of one.after) await arrangement(controls);
  return {
    setup: describeSetup(
      one,
      names,
      published.map(({ certificateDer }) => certificateDer),
    ),
    record: describePool(one, pool, names),
  };
}

/** The plain pool with what the case changes, or takes away. */
function poolOf(one: PoolCase, names: Names): IdentityPool {
  const { authenticatedRole, ...changed }: IdentityPool = { ...basePool(names), ...definedOnly(one.pool) };
  const isTakenAway = 'authenticatedRole' in one.pool && one.pool.authenticatedRole === undefined;
  return authenticatedRole === undefined || isTakenAway ? changed : { ...changed, authenticatedRole };
}

function definedOnly(change: PoolChange): Partial<IdentityPool> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function describeSetup(one: PoolCase, names: Names, certificates: readonly string[]): Setup {
  const { email, firstName, lastName } = people[one.person];
  const role = one.agreed.role?.split('/').at(-1);
  return {
    initiatedBy: 'idp',
    idp: { entityId: names.idpEntityId, ssoUrl: `https://${names.idpHost}/saml/sso`, certificates },
    sp: { entityId, acsUrl: names.acsUrl },
    user: { userName: email, email, givenName: firstName, familyName: lastName, active: true },
    attributes: one.attributes ?? attributesOf(one),
    access: [{ accountId: account.id, accountName: account.name, roles: role === undefined ? [] : [role] }],
    factor: 'touch-id',
  };
}

/** The mapping table, filled in for one person. */
function attributesOf({ person }: PoolCase): readonly AttributeExpectation[] {
  const { email, department, costCenter } = people[person];
  return [
    { source: 'user.custom.department', name: claims.department, value: department },
    { source: 'user.custom.costCenter', name: claims.costCenter, value: costCenter },
    { source: 'user.email', name: claims.email, value: email },
  ];
}

function describePool(one: PoolCase, pool: IdentityPool, { poolId }: Names): Prepared['record'] {
  return { pool, accountId: account.id, provider, roles: roleRecords(poolId), agreed: one.agreed };
}
