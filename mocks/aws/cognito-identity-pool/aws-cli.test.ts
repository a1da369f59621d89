import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinPool, readPoolFile } from '../../../harness/aws/identity-pool/read-pool.ts';
import { createControlClient } from '../../core/control-client.ts';
import type { SigningKey } from '../../core/keys.ts';
import { type MountedDouble, mount } from '../../core/mount.ts';
import { hasAwsCli, runAws } from '../testing/aws-cli.ts';
import { createTestKey } from '../testing/test-world.ts';
import { start } from '../testing/world.ts';
import { createIdentityPoolClient } from './client.ts';
import { createIdentityPools } from './double.ts';
import { loginOf, pool, poolConfig, poolId, provider, roles } from './testing/pool-world.ts';

const administrator = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const rules = [{ claim: 'team', matchType: 'Equals', value: 'blue', roleArn: roles.engineer }];
const rich = {
  ...pool,
  allowClassicFlow: false,
  roleMappings: [{ provider, type: 'Rules', ambiguousRoleResolution: 'Deny', rules }],
  principalTags: [{ provider, useDefaults: false, tags: [{ key: 'Team', claim: 'team' }] }],
};

describe.runIf(hasAwsCli)('aws cognito-identity', () => {
  let key: SigningKey;
  let mounted: MountedDouble;
  const aws = (...args: readonly string[]) =>
    runAws(mounted.url, ['cognito-identity', ...args], administrator);
  beforeAll(async () => {
    key = await createTestKey('idp', start);
    mounted = await mount(createIdentityPools(poolConfig([key], rich), { now: () => start }));
  });
  afterAll(() => mounted[Symbol.asyncDispose]());

  it('makes the enhanced flow, and is refused a second time', async () => {
    const logins = JSON.stringify({ [provider]: loginOf(key, '_a1', { attributes: { team: ['blue'] } }) });
    const getId = () => aws('get-id', '--identity-pool-id', poolId, '--logins', logins);
    const first = await getId();
    expect(first).toMatchObject({ status: 0, json: { IdentityId: expect.stringMatching(/^us-east-1:/) } });
    const { IdentityId } = first.json as { IdentityId: string }; // just seen
    const given = await aws(
      ...['get-credentials-for-identity', '--identity-id', IdentityId, '--logins', logins],
    );
    expect(given).toMatchObject({ status: 0, json: { Credentials: { Expiration: expect.anything() } } });
    expect((await getId()).error).toContain('(NotAuthorizedException) when calling the GetId operation');
    const [last] = (await createIdentityPoolClient(createControlClient(mounted.controlUrl)).audit()).filter(
      ({ roleArn }) => roleArn !== undefined,
    );
    expect(last).toMatchObject({ roleArn: roles.engineer, principalTags: [{ key: 'Team', value: 'blue' }] });
  });

  it('prints a pool that is read again as it is', async () => {
    const id = ['--identity-pool-id', poolId];
    const printed = [
      await aws('describe-identity-pool', ...id),
      await aws('get-identity-pool-roles', ...id),
      await aws('get-principal-tag-attribute-map', ...id, '--identity-provider-name', provider),
    ];
    expect(printed.map(({ status, error }) => [status, error])).toEqual(printed.map(() => [0, '']));
    const files = printed.map(({ json }) => readPoolFile(JSON.stringify(json, null, 4)));
    expect(joinPool(files)).toEqual({ ...rich, allowUnauthenticated: false });
  });
});
