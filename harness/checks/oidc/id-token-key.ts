import { defineCheck } from '../../model/check.ts';
import { fault, hasIdToken, hasKeys, idTokenOf, keysIn, show } from './_oidc.ts';
import { cognito, core, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/id-token-key',
  title: {
    holds: 'The ID token names a key that the provider publishes',
    fails: 'The ID token does not name a key that the provider publishes',
  },
  why: 'A pool looks the key up by its name, and takes no token without one.',
  fix: providerFix(
    'OpenID Connect → Keys',
    'Publish every key before it is used, and put its kid into the tokens.',
  ),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    core('10.1', 'With several keys, kid is required in the header.'),
    cognito('cognito-user-pools-oidc-idp', 'The kid is published and included in tokens.'),
  ],
  messages: {
    missing: 'The header names no key.',
    unknown: 'The header names {observed}; the provider publishes {expected}.',
    use: 'The key {observed} is published for encryption.',
  },
  applies: ({ oidc }) => {
    const readable = hasKeys({ oidc });
    if (readable !== true) return readable;
    if (idTokenOf(oidc).signature === 'none') return 'The ID token is not signed.';
    return hasIdToken({ oidc });
  },
  run: ({ oidc }) => {
    const { kid } = idTokenOf(oidc).header;
    const keys = keysIn(oidc.provider.jwks);
    const at = '/federation/idToken/header/kid';
    if (typeof kid !== 'string') return [fault('missing', 'a kid', show(kid), at)];
    const found = keys.find((key) => key.kid === kid);
    if (found === undefined) return [fault('unknown', show(keys.map((key) => key.kid)), show(kid), at)];
    return found.use === 'enc' ? [fault('use', 'a key for signatures', show(kid), at)] : [];
  },
});
