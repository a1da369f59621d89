import { defineCheck, type Fault } from '../../model/check.ts';
import { fault, hasDiscovery, objectIn, show } from './_oidc.ts';
import { cognito, oauth, providerFix } from './_refs.ts';

const names = [
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
  'userinfo_endpoint',
  'end_session_endpoint',
];

export default defineCheck({
  id: 'oidc/discovery-https',
  title: {
    holds: 'Every endpoint of the provider is reached by TLS on an ordinary port',
    fails: 'An endpoint of the provider is not reached by TLS on an ordinary port',
  },
  why: 'Codes, secrets and tokens travel there; and a pool does not call other ports.',
  fix: providerFix('OpenID Connect → Discovery', 'Serve every endpoint by https on port 443.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    oauth('3.1.2.1', 'Endpoints require TLS.'),
    cognito('cognito-user-pools-oidc-idp', 'Endpoints use HTTPS, on TCP port 80 or 443.'),
  ],
  messages: {
    scheme: '{name} is {observed}, which is no address by TLS.',
    port: '{name} is {observed}: a pool calls no port but 80 and 443.',
  },
  applies: hasDiscovery,
  run: ({ oidc }) => {
    const document = objectIn(oidc.provider.discovery) ?? {};
    return names.flatMap((name): readonly Fault<'scheme' | 'port'>[] => {
      const value = document[name];
      if (typeof value !== 'string') return [];
      const at = '/provider/discovery/body';
      if (!URL.canParse(value) || new URL(value).protocol !== 'https:')
        return [fault('scheme', 'an https address', show(value), at, { name })];
      return ['', '80', '443'].includes(new URL(value).port)
        ? []
        : [fault('port', 'port 443', show(value), at, { name })];
    });
  },
});
