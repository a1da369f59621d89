import { GetCredentialsForIdentityCommand, GetIdCommand } from '@aws-sdk/client-cognito-identity';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseRole as plainly } from '../../../../mocks/aws/cognito-identity-pool/choose-role.ts';
import {
  createIdentityPoolClient,
  type IdentityPoolClient,
} from '../../../../mocks/aws/cognito-identity-pool/client.ts';
import { createIdentityPools } from '../../../../mocks/aws/cognito-identity-pool/double.ts';
import {
  loginOf,
  logins,
  poolClient,
  poolConfig,
  poolId,
  provider,
  roles as roleNames,
} from '../../../../mocks/aws/cognito-identity-pool/testing/pool-world.ts';
import { createTestKey } from '../../../../mocks/aws/testing/test-world.ts';
import { factsOf, issuer, start } from '../../../../mocks/aws/testing/world.ts';
import { createControlClient } from '../../../../mocks/core/control-client.ts';
import type { SigningKey } from '../../../../mocks/core/keys.ts';
import { type MountedDouble, mount } from '../../../../mocks/core/mount.ts';
import type { RoleFacts } from '../../../aws/account-facts.ts';
import { chooseRole, rolesOfAssertion } from '../../../aws/identity-pool/choose-role.ts';
import { valuesOfClaim } from '../../../aws/identity-pool/login.ts';
import { openPoolPredictor } from '../../../aws/identity-pool/predict.ts';
import { joinPool, readPoolFile } from '../../../aws/identity-pool/read-pool.ts';
import { attributeName } from '../../../aws/saml-attributes.ts';
import type { IdentityPool } from '../../../model/identity-pool-records.ts';
import { printedPool } from './pool.test-data.ts';

const roleArn = fc.constantFrom(...Object.values(roleNames));
const word = fc.constantFrom('blue', 'blu', 'red', 'lue', 'Blue', '');
const claim = fc.constantFrom('team', 'site', 'Team');
const rule = fc.record({
  claim,
  matchType: fc.constantFrom('Equals', 'NotEqual', 'Contains', 'StartsWith'),
  value: word.filter((value) => value !== ''),
  roleArn,
});
const optional = <T>(key: string, arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined }).map((value) => (value === undefined ? {} : { [key]: value }));

const anyPool: fc.Arbitrary<IdentityPool> = fc
  .record({
    role: optional('authenticatedRole', roleArn),
    mapping: fc.option(
      fc.record({
        provider: fc.constant(provider),
        type: fc.constantFrom('Rules', 'Rules', 'Token'),
        ambiguousRoleResolution: fc.constantFrom('Deny', 'AuthenticatedRole'),
        rules: fc.array(rule, { minLength: 1, maxLength: 5 }),
      }),
      { nil: undefined },
    ),
    tags: fc.option(
      fc.record({
        provider: fc.constant(provider),
        useDefaults: fc.boolean(),
        tags: fc.uniqueArray(fc.record({ key: fc.constantFrom('Team', 'Site'), claim }), {
          selector: ({ key }) => key,
        }),
      }),
      { nil: undefined },
    ),
  })
  .map(({ role, mapping, tags }) => ({
    identityPoolId: poolId,
    name: 'any',
    allowUnauthenticated: false,
    samlProviders: [provider],
    ...role,
    roleMappings: mapping === undefined ? [] : [mapping],
    principalTags: tags === undefined ? [] : [tags],
  }));

const anyLogin = fc.record({
  attributes: fc.record(
    {
      team: fc.array(word, { minLength: 1, maxLength: 2 }),
      site: fc.array(word, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
  roles: fc.uniqueArray(roleArn, { maxLength: 2 }),
  custom: fc.option(roleArn, { nil: undefined, freq: 2 }),
});

describe('the choice of a role', () => {
  it('is that of the double, whatever the pool and the person', () => {
    fc.assert(
      fc.property(anyPool, anyLogin, (pool, { attributes, roles, custom }) => {
        const login = {
          provider,
          subject: 'alice',
          audience: undefined,
          attributes: [
            ...Object.entries(attributes).map(([name, values]) => ({ name, values })),
            { name: attributeName('role'), values: roles.map((role) => `${role},${provider}`) },
          ],
        };
        const ours = chooseRole(pool, login, custom);
        const theirs = plainly(
          pool,
          { provider, claims: (name) => valuesOfClaim(login, name), roles },
          custom,
        );
        expect(rolesOfAssertion(login).toSorted()).toEqual(roles.toSorted());
        expect(ours.granted ? [ours.roleArn, ours.source] : 'refused').toEqual(
          'refused' in theirs ? 'refused' : [theirs.role, theirs.from],
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a prediction', () => {
  let key: SigningKey;
  let mounted: MountedDouble;
  let client: IdentityPoolClient;
  let known: readonly RoleFacts[];
  beforeAll(async () => {
    key = await createTestKey('idp', start);
    const control = createIdentityPools(poolConfig([key]), { now: () => start });
    mounted = await mount(control);
    client = createIdentityPoolClient(createControlClient(mounted.controlUrl));
    known = await createControlClient(mounted.controlUrl).get<readonly RoleFacts[]>('/roles');
  });
  afterAll(() => mounted[Symbol.asyncDispose]());

  it('from what AWS prints of a pool is what the double answers AWS’s own client', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(anyPool, anyLogin, async (pool, { attributes, roles, custom }) => {
        count += 1;
        await client.putPool(pool);
        const token = loginOf(key, `_a${count}`, { attributes, roles });
        const answered = await answerOf(token, custom);
        const read = joinPool(printedPool(pool).map(readPoolFile));
        if (read === undefined) throw new Error('The printed pool cannot be read.');
        const predict = openPoolPredictor({
          pool: read,
          roles: known,
          provider: { arn: provider, entityId: issuer, certificateCount: 1 },
          ...(custom === undefined ? {} : { customRoleArn: custom }),
        });
        const assertion = {
          ...factsOf([]),
          attributes: [
            { name: attributeName('role'), values: roles.map((role) => `${role},${provider}`) },
            ...Object.entries(attributes).map(([name, values]) => ({ name, values })),
          ],
        };
        const foretold = predict({ assertion, now: start, length: token.length });
        expect(
          foretold.outcome === 'given'
            ? { role: foretold.role, trustedBy: foretold.trustedBy, tags: foretold.tags }
            : foretold.code,
        ).toEqual(answered);
      }),
      { numRuns: 60 },
    );
  });

  /** What the pool gave, by its audit log; or the code of its refusal. */
  async function answerOf(token: string, custom: string | undefined) {
    const sdk = poolClient(mounted.url);
    const { IdentityId } = await sdk.send(
      new GetIdCommand({ IdentityPoolId: poolId, Logins: logins(token) }),
    );
    try {
      await sdk.send(
        new GetCredentialsForIdentityCommand({
          IdentityId,
          Logins: logins(token),
          ...(custom === undefined ? {} : { CustomRoleArn: custom }),
        }),
      );
    } catch (error) {
      return (error as Error).name; // the client throws nothing else
    }
    const last = (await client.audit()).at(-1);
    return { role: last?.roleArn, trustedBy: last?.trustedBy, tags: last?.principalTags ?? [] };
  }
});
