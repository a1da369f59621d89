import { describe, expect, it } from 'vitest';
import { makeSelftestKeys } from '../../harness/cli/selftest-keys.ts';
import type { Mutation } from '../../harness/model/mutation.ts';
import { makeGenuinePoolLogin, poolNames } from '../../harness/mutations/identity-pool/_genuine.ts';
import { mutations } from '../../harness/mutations/index.ts';
import { applyMutation } from '../../harness/mutations/kit/apply.ts';
import { rawOf } from '../../harness/mutations/kit/artifact.ts';
import { EditError } from '../../harness/mutations/kit/edit.ts';
import { alice, names as idpNames, victim } from '../../harness/mutations/kit/genuine-facts.ts';
import { createIdentityPools } from '../../mocks/aws/cognito-identity-pool/double.ts';
import type { Identity } from '../../mocks/aws/cognito-identity-pool/identities.ts';
import { metadataFor } from '../../mocks/aws/testing/test-world.ts';
import { createControlClient } from '../../mocks/core/control-client.ts';

const now = Date.UTC(2026, 2, 14, 9, 26, 53);
const keys = await makeSelftestKeys(now, { signers: true });
const login = makeGenuinePoolLogin({ now, keys, roleBy: 'rules' });

/** A pool that knows the identity provider, and nobody yet. */
function openPool() {
  const metadata = metadataFor(idpNames.idpEntityId, [keys.idp.certificateDer]);
  const double = createIdentityPools(
    {
      providers: [{ arn: poolNames.provider, metadata }],
      pools: [{ identityPoolId: poolNames.poolId, name: 'acme', samlProviders: [poolNames.provider] }],
    },
    { now: () => now },
  );
  const getId = async (token: string) => {
    const answer = await double.fetch(
      new Request(poolNames.url, {
        method: 'POST',
        headers: { 'x-amz-target': 'AWSCognitoIdentityService.GetId' },
        body: JSON.stringify({
          IdentityPoolId: poolNames.poolId,
          Logins: { [poolNames.provider]: token },
        }),
      }),
    );
    return answer.status;
  };
  const subjects = async () =>
    (await createControlClient(double.control).get<readonly Identity[]>('/identities')).flatMap(
      ({ logins }) => logins.map(({ subject }) => subject),
    );
  /** Nobody has logged in, and no assertion has been used: one attack must not hide behind another. */
  const reset = () => createControlClient(double.control).send('POST', '/reset');
  return { getId, subjects, reset };
}

/** The forged response, or undefined where the attack does not fit this login. */
function forge(mutation: Mutation): string | undefined {
  try {
    return rawOf(applyMutation(mutation, login), 'response');
  } catch (error) {
    if (error instanceof EditError) return undefined;
    throw error;
  }
}

const genuine = rawOf(login.evidence, 'response') ?? '';
const attacks = mutations
  .filter(
    ({ hostile, change }) => hostile && (change.on === 'response' || change.on === 'response-parameter'),
  )
  .flatMap((mutation) => {
    const token = forge(mutation);
    return token === undefined || token === genuine ? [] : [{ id: mutation.id, token }];
  });

describe('the identity pool double', () => {
  const attacked = openPool();

  it('takes the genuine response, so that a refusal means something', async () => {
    const { getId, subjects } = openPool();
    expect(await getId(genuine)).toBe(200);
    expect(await subjects()).toEqual([alice.userName]);
    expect(attacks.length).toBeGreaterThan(60);
  });

  it.each(attacks)('gives nobody the identity of the victim for $id', async ({ token }) => {
    await attacked.reset();
    expect([200, 400, 413]).toContain(await attacked.getId(token));
    // Another name of the attacker’s own, however it looks, is another identity; the victim’s very name is not.
    const names = await attacked.subjects();
    expect(names).not.toContain(victim.nameId);
    expect(names.filter((name) => name.trim() === '')).toEqual([]);
  });

  it('still takes a genuine response afterwards', async () => {
    const later = makeGenuinePoolLogin({ now: now + 1_000, keys, roleBy: 'rules' });
    expect(await attacked.getId(rawOf(later.evidence, 'response') ?? '')).toBe(200);
    expect(await attacked.subjects()).toContain(alice.userName);
  });
});
