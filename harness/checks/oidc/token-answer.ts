import { defineCheck } from '../../model/check.ts';
import { fault, federationOf, hasCalled, isJson, show } from './_oidc.ts';
import { cognito, core, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/token-answer',
  title: {
    holds: 'The token endpoint answers with an ID token and an access token',
    fails: 'The token endpoint does not answer with an ID token and an access token',
  },
  why: 'Without them the sign-in ends in an error of the pool.',
  fix: providerFix(
    'OpenID Connect → Client',
    'Compare client id, secret, redirect URI and client authentication with those of the pool.',
  ),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    core('3.1.3.3', 'The answer has id_token, access_token and token_type.'),
    cognito(
      'authorization-endpoint',
      'A refusal is shown as the provider’s name with the status and error getting token.',
    ),
  ],
  messages: {
    status: 'The token endpoint answered {observed}.',
    type: 'The answer is {observed}.',
    missing: 'The answer has no {name}.',
  },
  applies: hasCalled,
  run: ({ oidc }) => {
    const call = federationOf(oidc).tokenCall;
    if (call === undefined) return [];
    const at = '/federation/tokenCall';
    if (call.status !== 200) return [fault('status', '200', String(call.status), `${at}/status`)];
    if (!isJson({ ...call, body: '' }))
      return [fault('type', 'application/json', show(call.contentType), `${at}/contentType`)];
    return ['id_token', 'access_token', 'token_type']
      .filter((name) => !call.answered.includes(name))
      .map((name) => fault('missing', name, 'nothing', `${at}/answered`, { name }));
  },
});
