import { defineCheck } from '../../model/check.ts';
import { fault, parseObject } from './_oidc.ts';
import { discovery, jwk, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/keys-document',
  title: {
    holds: 'The provider publishes its keys as a JWK set',
    fails: 'The provider’s keys cannot be read',
  },
  why: 'Without them no ID token can be verified.',
  fix: providerFix('OpenID Connect → Keys', 'Publish the signing keys at jwks_uri as JSON.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    discovery('3', 'jwks_uri leads to the keys that ID tokens are verified with.'),
    jwk('5', 'A JWK set has a member keys, which is a list.'),
  ],
  messages: { status: '{url} is answered with {observed}.', keys: '{url} holds no list of keys.' },
  applies: ({ oidc }) => oidc.provider.jwks !== undefined || 'The keys were not fetched.',
  run: ({ oidc }) => {
    const document = oidc.provider.jwks;
    if (document === undefined) return [];
    const { url, status, body } = document;
    if (status !== 200) return [fault('status', '200', String(status), '/provider/jwks/status', { url })];
    const keys = parseObject(body)?.keys;
    if (Array.isArray(keys) && keys.length > 0) return [];
    return [fault('keys', 'at least one key', 'none', '/provider/jwks/body', { url })];
  },
});
