import { defineCheck } from '../../model/check.ts';
import { fault, levelOf, poolTokenOf, show } from './_oidc.ts';
import { appFix, bearer, kosmos } from './_refs.ts';

export default defineCheck({
  id: 'oidc/resource-assurance',
  title: {
    holds: 'The protected resource opens for proofed people, and for nobody else',
    fails: 'The protected resource opens for people who are not proofed, or stays shut for those who are',
  },
  why: 'Payments are shown to somebody who never showed who they are, or to nobody at all.',
  fix: appFix(
    'API Gateway → Authorizer, or the function behind it',
    'Refuse where the claim of the level is missing or too low.',
  ),
  judges: 'setup',
  needs: ['oidc'],
  refs: [
    kosmos('Amazon Cognito', 'Access decisions can be tied to identity assurance level claims.'),
    bearer('3.1', 'A token that does not suffice is answered with 403.'),
  ],
  messages: {
    open: '{url} answered {observed} to somebody with the level {level}; {minimum} is needed.',
    shut: '{url} answered {observed} to somebody with the level {level}.',
  },
  applies: ({ oidc }) => oidc.resource !== undefined || 'The resource was not asked for.',
  run: ({ oidc }) => {
    const { attribute, minimum } = oidc.assurance;
    const { url, status } = oidc.resource ?? { url: '', status: 0 };
    const claim = poolTokenOf(oidc).claims[attribute];
    const isProofed = (levelOf(claim) ?? 0) >= minimum;
    if (isProofed === (status === 200)) return [];
    const data = { url, level: show(claim), minimum };
    return isProofed
      ? [fault('shut', '200', String(status), '/resource/status', data)]
      : [fault('open', '403', String(status), '/resource/status', data)];
  },
});
