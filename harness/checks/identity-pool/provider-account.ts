import { parseProviderArn } from '../../aws/arn.ts';
import { defineCheck } from '../../model/check.ts';
import { at, fixes, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/provider-account',
  title: {
    holds: 'The SAML provider is in the account of the pool',
    fails: 'The SAML provider is in another account than the pool',
  },
  why: 'A pool knows the providers of its own account only.',
  fix: fixes.provider('Make the SAML provider in the account of the pool, and choose that one.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.saml('The provider is chosen from those of the own account.')],
  messages: {
    other: 'The provider is in account {found}, the pool in {wanted}.',
  },
  run: ({ 'identity-pool': { provider, accountId } }) => {
    const found = parseProviderArn(provider)?.account;
    // What is no ARN at all is told by identity-pool/provider-arn.
    if (found === undefined || found === accountId) return [];
    return [
      {
        message: 'other' as const,
        data: { found, wanted: accountId },
        expected: accountId,
        observed: found,
        where: at('/provider'),
      },
    ];
  },
});
