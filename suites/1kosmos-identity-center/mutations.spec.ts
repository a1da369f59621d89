import { expect } from 'playwright/test';
import { resolveProfile } from '../../harness/judge/resolve-profile.ts';
import { mutations } from '../../harness/mutations/index.ts';
import { profiles } from '../../harness/profiles/index.ts';
import { test } from './fixtures.ts';
import integration from './integration.ts';
import { caseForMutation, proveMutation } from './prove-mutation.ts';

const { checks } = resolveProfile(integration.profile, profiles);
// Others break checks that say nothing of Identity Center; attacks are tried by `countersign refusals`.
const own = mutations.filter(
  ({ breaks, attack }) =>
    attack === undefined && breaks.length > 0 && breaks.every((check) => (checks[check] ?? 'off') !== 'off'),
);

// `countersign selftest --live` switches every mutation on in running doubles, one after the other.
for (const mutation of own) {
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
