import {
  GetCredentialsForIdentityCommand,
  GetIdCommand,
  GetOpenIdTokenCommand,
  GetOpenIdTokenForDeveloperIdentityCommand,
} from '@aws-sdk/client-cognito-identity';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PoolOperation } from '../../../harness/model/identity-pool-records.ts';
import { createControlClient } from '../../core/control-client.ts';
import type { SigningKey } from '../../core/keys.ts';
import { type MountedDouble, mount } from '../../core/mount.ts';
import { createTestKey } from '../testing/test-world.ts';
import { start } from '../testing/world.ts';
import { createIdentityPoolClient, type IdentityPoolClient } from './client.ts';
import { createIdentityPools } from './double.ts';
import {
  developer,
  loginOf,
  logins,
  pool,
  poolClient,
  poolConfig,
  poolId,
  provider,
} from './testing/pool-world.ts';

let now = start;
let key: SigningKey;
let mounted: MountedDouble;
let client: IdentityPoolClient;
let identityId: string | undefined;
const exampleKeys = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

beforeAll(async () => {
  key = await createTestKey('idp', start);
  mounted = await mount(
    createIdentityPools(poolConfig([key], { ...pool, developerProvider: developer }), { now: () => now }),
  );
  client = createIdentityPoolClient(createControlClient(mounted.controlUrl));
});
beforeEach(async () => {
  now = start;
  await client.reset();
  // The identity that the operations with one ask for is that of an earlier login.
  const earlier = await poolClient(mounted.url).send(
    new GetIdCommand({ IdentityPoolId: poolId, Logins: logins(loginOf(key, '_earlier')) }),
  );
  identityId = earlier.IdentityId;
});
afterAll(() => mounted[Symbol.asyncDispose]());

const ask: Readonly<Record<PoolOperation, (token: string) => Promise<unknown>>> = {
  GetId: (token) =>
    poolClient(mounted.url).send(new GetIdCommand({ IdentityPoolId: poolId, Logins: logins(token) })),
  GetCredentialsForIdentity: (token) =>
    poolClient(mounted.url).send(
      new GetCredentialsForIdentityCommand({ IdentityId: identityId, Logins: logins(token) }),
    ),
  GetOpenIdToken: (token) =>
    poolClient(mounted.url).send(
      new GetOpenIdTokenCommand({ IdentityId: identityId, Logins: logins(token) }),
    ),
  GetOpenIdTokenForDeveloperIdentity: (token) =>
    poolClient(mounted.url, exampleKeys).send(
      new GetOpenIdTokenForDeveloperIdentityCommand({
        IdentityPoolId: poolId,
        Logins: { [developer]: 'alice', [provider]: token },
      }),
    ),
};
// The names of the object above are exactly the operations.
const operations = Object.keys(ask) as PoolOperation[];

/** `taken`, or the code that the call is refused with. */
async function outcome(operation: PoolOperation, token: string): Promise<string> {
  return ask[operation](token).then(
    () => 'taken',
    (error: Error) => error.name,
  );
}

const again = 'NotAuthorizedException';

/** The developer guide: an assertion ID once for each operation, whatever the others have seen. */
const matrix = operations.flatMap((operation) => [
  {
    operation,
    when: 'first',
    wanted: ['taken'],
    run: async (token: string) => [await outcome(operation, token)],
  },
  {
    operation,
    when: 'second',
    wanted: ['taken', again],
    run: async (token: string) => [await outcome(operation, token), await outcome(operation, token)],
  },
  {
    operation,
    when: 'second after a restart',
    wanted: ['taken', again],
    run: async (token: string) => {
      const first = await outcome(operation, token);
      await client.restart();
      return [first, await outcome(operation, token)];
    },
  },
  {
    operation,
    when: 'five at the same instant',
    wanted: [again, again, again, again, 'taken'],
    run: async (token: string) =>
      (await Promise.all(Array.from({ length: 5 }, () => outcome(operation, token)))).sort(),
  },
]);

describe('one assertion', () => {
  it.each(matrix)('in $operation, $when: $wanted', async ({ run, wanted }) => {
    expect(await run(loginOf(key, '_a1'))).toEqual(wanted);
  });

  it('is good once in each of the four operations, in any order', async () => {
    for (const order of [operations, operations.toReversed()]) {
      const token = loginOf(key, `_${order.join('')}`);
      const outcomes: string[] = [];
      for (const operation of [...order, ...order]) outcomes.push(await outcome(operation, token));
      expect(outcomes).toEqual([...order.map(() => 'taken'), ...order.map(() => again)]);
    }
  });

  it('is told by its ID: another message with the same ID is the same assertion', async () => {
    expect(await outcome('GetId', loginOf(key, '_a1'))).toBe('taken');
    expect(await outcome('GetId', loginOf(key, '_a1', { attributes: { team: ['other'] } }))).toBe(again);
    expect(await outcome('GetId', loginOf(key, '_a2'))).toBe('taken');
  });

  it('is not used up by a call whose login does not verify', async () => {
    const stranger = await createTestKey('stranger', start);
    expect(await outcome('GetId', loginOf(stranger, '_a1'))).toBe('NotAuthorizedException');
    expect(await outcome('GetId', loginOf(key, '_a1'))).toBe('taken');
  });

  it('is used up for its pool only', async () => {
    const other = 'us-east-1:22222222-2222-3333-4444-555555555555';
    await client.putPool({ ...pool, identityPoolId: other });
    const token = loginOf(key, '_a1');
    const askOther = () =>
      poolClient(mounted.url).send(new GetIdCommand({ IdentityPoolId: other, Logins: logins(token) }));
    expect(await outcome('GetId', token)).toBe('taken');
    await expect(askOther()).resolves.toMatchObject({ IdentityId: expect.any(String) });
    await expect(askOther()).rejects.toThrow('used already');
  });

  it('stays refused until it is refused for its age', async () => {
    const token = loginOf(key, '_a1');
    expect(await outcome('GetId', token)).toBe('taken');
    now += 299_000;
    await expect(ask.GetId(token)).rejects.toThrow('used already');
    now += 2_000;
    await expect(ask.GetId(token)).rejects.toThrow(/Token expired|redeemed within 5 minutes/);
  });
});
