import { defineCheck } from '../../model/check.ts';
import { fault, show } from './_oidc.ts';
import { cognito, core, poolFix, providerPage } from './_refs.ts';

export default defineCheck({
  id: 'oidc/issuer-form',
  title: {
    holds: 'The issuer is an https address without slash at its end, query or fragment',
    fails: 'The issuer is not of the form that a user pool takes',
  },
  why: 'The pool appends the discovery path to it and compares it to the letter.',
  fix: poolFix(providerPage, 'Enter the issuer as https address, without a slash at its end.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [
    core('2', 'The issuer is an https URL without query and fragment.'),
    cognito('cognito-user-pools-oidc-idp', 'The issuer begins with https:// and has no slash at its end.'),
  ],
  messages: {
    scheme: 'The issuer is {observed}, which is no https address.',
    slash: 'The issuer {observed} ends with a slash.',
    query: 'The issuer {observed} has a query or a fragment.',
  },
  run: ({ oidc: { issuer } }) => {
    const bad = <M extends string>(message: M, expected: string) => [
      fault(message, expected, show(issuer), '/issuer'),
    ];
    if (!URL.canParse(issuer) || new URL(issuer).protocol !== 'https:')
      return bad('scheme', 'an https address');
    if (/[?#]/.test(issuer)) return bad('query', 'an address without query and fragment');
    return issuer.endsWith('/') ? bad('slash', 'no slash at the end') : [];
  },
});
