import { defineCheck } from '../../model/check.ts';
import { quoteAll } from '../metadata/_show.ts';
import { at, fixes, hasCalls, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/login-key',
  title: {
    holds: 'Every call names the provider by its ARN',
    fails: 'A call names the provider by something else than its ARN',
  },
  why: 'The pool answers “Token is not from a supported provider”.',
  fix: fixes.application('Use the ARN of the SAML provider as the key of Logins, exact in case.'),
  judges: 'sp',
  needs: ['identity-pool'],
  refs: [refs.saml('The key of Logins is the ARN of the SAML provider.')],
  messages: {
    other: '{operation} has the key {found}.',
    none: '{operation} came without Logins.',
  },
  applies: hasCalls,
  run: ({ 'identity-pool': record }) =>
    record.calls.flatMap((call, index) => {
      const { operation, logins } = call;
      if (logins.some(({ provider }) => provider === record.provider)) return [];
      const found = quoteAll(logins.map(({ provider }) => provider));
      return [
        {
          message: logins.length === 0 ? ('none' as const) : ('other' as const),
          data: { operation, found },
          expected: record.provider,
          observed: found,
          where: at(`/calls/${index}/logins`),
        },
      ];
    }),
});
