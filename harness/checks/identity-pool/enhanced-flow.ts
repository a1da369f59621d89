import { defineCheck } from '../../model/check.ts';
import { at, fixes, hasCalls, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/enhanced-flow',
  title: {
    holds: 'Credentials come by the enhanced flow',
    fails: 'The application asks for a token of the basic flow',
  },
  why: 'With a SAML provider only the enhanced flow works: the token cannot be exchanged for credentials.',
  fix: fixes.application('Call GetCredentialsForIdentity instead of GetOpenIdToken.'),
  judges: 'sp',
  needs: ['identity-pool'],
  refs: [refs.saml('Cognito supports the enhanced flow only with a SAML provider.')],
  messages: {
    basic: 'GetOpenIdToken is called.',
  },
  applies: hasCalls,
  run: ({ 'identity-pool': record }) =>
    record.calls.flatMap((call, index) => {
      if (call.operation !== 'GetOpenIdToken') return [];
      return [
        {
          message: 'basic' as const,
          expected: 'GetCredentialsForIdentity',
          observed: 'GetOpenIdToken',
          where: at(`/calls/${index}/operation`),
        },
      ];
    }),
});
