import { poolLimits } from '../../aws/identity-pool/limits.ts';
import { defineCheck } from '../../model/check.ts';
import { at, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/provider-name-length',
  title: {
    holds: 'The provider’s ARN fits a key of Logins',
    fails: 'The provider’s ARN is too long for a key of Logins',
  },
  why: 'IAM takes names of 128 characters; the identity pool takes ARNs of 128 and so shorter names, and refuses every call.',
  fix: {
    console: 'IAM',
    field: 'Identity providers → Add provider → SAML → Provider name',
    change: 'Make a provider with a shorter name, and name it in roles and pool.',
  },
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.api('A key of Logins has at most 128 characters.')],
  messages: {
    long: 'The ARN of the provider has {length} characters; a key of Logins has at most {max}.',
  },
  run: ({ 'identity-pool': { provider } }) => {
    const { max } = poolLimits.loginKey;
    if (provider.length <= max) return [];
    return [
      {
        message: 'long' as const,
        data: { length: provider.length, max },
        expected: `at most ${max} characters`,
        observed: `${provider.length} characters`,
        where: at('/provider'),
      },
    ];
  },
});
