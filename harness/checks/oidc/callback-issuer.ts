import { defineCheck } from '../../model/check.ts';
import { cameBack, fault, federationOf, objectIn, show } from './_oidc.ts';
import { issuerParameter, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/callback-issuer',
  title: {
    holds: 'The provider’s answer names the provider',
    fails: 'The provider’s answer does not name the provider',
  },
  why: 'Where a client has several providers, one could pass for another.',
  fix: providerFix('OpenID Connect → Authorization endpoint', 'Send iss with the issuer to the letter.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    issuerParameter('2', 'iss is the issuer identifier of the server that made the answer.'),
    issuerParameter('3', 'A server that promises the parameter always sends it.'),
  ],
  messages: {
    other: 'The answer names {observed}; the issuer is {expected}.',
    missing: 'The answer does not name its issuer, as the document promises.',
  },
  applies: ({ oidc }) => {
    const back = cameBack({ oidc });
    if (back !== true) return back;
    const { authorization_response_iss_parameter_supported: promised } =
      objectIn(oidc.provider.discovery) ?? {};
    const isNamed = federationOf(oidc).callback?.iss !== undefined;
    return isNamed || promised === true || 'The provider does not promise to name itself.';
  },
  run: ({ oidc }) => {
    const named = federationOf(oidc).callback?.iss;
    const at = '/federation/callback/iss';
    if (named === undefined) return [fault('missing', show(oidc.issuer), 'nothing', at)];
    return named === oidc.issuer ? [] : [fault('other', show(oidc.issuer), show(named), at)];
  },
});
