import { defineCheck } from '../../model/check.ts';
import { applicationOf, fault, hasAsked, queryOf, show } from './_oidc.ts';
import { clientPage, cognito, poolFix, practice } from './_refs.ts';

export default defineCheck({
  id: 'oidc/application-callback',
  title: {
    holds: 'The application is answered at an address of its own, by TLS',
    fails: 'The application is answered at an address that is not its own, or without TLS',
  },
  why: 'A code that arrives elsewhere is in somebody else’s hands.',
  fix: poolFix(clientPage, 'Allow https callback URLs of the application alone.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [
    practice('2.1', 'Redirect URIs are compared exactly.'),
    cognito(
      'cognito-user-pools-app-idp-settings',
      'Callback URLs are https but for localhost, and are compared exactly.',
    ),
  ],
  messages: {
    other: 'The application asks for the answer at {observed}, which is none of the client’s callback URLs.',
    scheme: 'The callback URL {observed} is not https.',
  },
  applies: hasAsked,
  run: ({ oidc }) => {
    const asked = queryOf(applicationOf(oidc).authorizeUrl).get('redirect_uri') ?? '';
    const plain = oidc.client.callbackUrls.filter(
      (url) => url.startsWith('http://') && !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/.test(url),
    );
    if (!oidc.client.callbackUrls.includes(asked))
      return [fault('other', show(oidc.client.callbackUrls), show(asked), '/application/authorizeUrl')];
    return plain.map((url) => fault('scheme', 'https', show(url), '/client/callbackUrls'));
  },
});
