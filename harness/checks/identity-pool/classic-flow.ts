import { defineCheck } from '../../model/check.ts';
import { at, fixes, refs } from './_pool.ts';

const silence = {
  assumption: 'A pool that says nothing of AllowClassicFlow allows the basic flow.',
  known: 'Seen with pools made by the API: GetOpenIdToken gives a token there (aws-cli issue 7652).',
} as const;

export default defineCheck({
  id: 'identity-pool/classic-flow',
  title: {
    holds: 'The basic (classic) flow is switched off',
    fails: 'The basic (classic) flow is possible',
  },
  why: 'SAML logins work by the enhanced flow only. The basic one lets whoever has a token ask STS for any role that trusts the pool, past rules and scope-down policies.',
  fix: fixes.properties('Basic (classic) authentication: deactivate it.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.saml('Cognito supports the enhanced flow only with a SAML provider.'), silence],
  messages: {
    on: 'The basic flow is active.',
    silent: 'The pool was made without a word on the basic flow; AWS then allows it.',
  },
  run: ({ 'identity-pool': { pool } }) => {
    if (pool.allowClassicFlow === false) return [];
    const isOn = pool.allowClassicFlow === true;
    return [
      {
        message: isOn ? ('on' as const) : ('silent' as const),
        expected: 'AllowClassicFlow false',
        observed: isOn ? 'AllowClassicFlow true' : 'no AllowClassicFlow',
        where: at('/pool/allowClassicFlow'),
      },
    ];
  },
});
