import { expect } from 'playwright/test';
import { resolveProfile } from '../../harness/judge/resolve-profile.ts';
import { mutations } from '../../harness/mutations/index.ts';
import { profiles } from '../../harness/profiles/index.ts';
import { test } from './fixtures.ts';
import integration from './integration.ts';
import { isForIam } from './live-mutation.ts';
import { caseForMutation, proveMutation } from './live-proof.ts';

const iam = resolveProfile(integration.profile, profiles);
const identityCenter = resolveProfile('aws-identity-center', profiles);

// `countersign selftest --live` switches every mutation on in running doubles, one after the other.
for (const mutation of mutations.filter((one) => isForIam(one, iam, identityCenter))) {
  const one = caseForMutation(mutation);
  test(mutation.id, { annotation: { type: 'case', description: `${integration.id}/${one.id}` } }, async ({
    rollout,
  }) => {
    const { missed, extra } = await proveMutation(mutation, one, rollout);
    expect({ missed, extra }, 'checks that should fail and did not, or failed and should not').toEqual({
      missed: [],
      extra: [],
    });
  });
}
