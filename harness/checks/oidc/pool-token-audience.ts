import { defineCheck } from '../../model/check.ts';
import { applicationOf, fault, hasPoolToken, show } from './_oidc.ts';
import { appFix, cognito } from './_refs.ts';

export default defineCheck({
  id: 'oidc/pool-token-audience',
  title: {
    holds: 'The pool’s tokens are for this application, each for its use',
    fails: 'A token of the pool is for another application, or for another use',
  },
  why: 'An access token taken for an ID token, or that of another client, opens what it must not.',
  fix: appFix('Token verification', 'Compare aud with the client id, and token_use with id or access.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    cognito(
      'amazon-cognito-user-pools-using-tokens-verifying-a-jwt',
      'aud of an ID token and client_id of an access token are the app client; token_use tells them apart.',
    ),
  ],
  messages: {
    client: 'The {name} token is for {observed}; the client is {expected}.',
    use: 'The {name} token says token_use {observed}.',
  },
  applies: hasPoolToken,
  run: ({ oidc }) => {
    const { idToken, accessToken } = applicationOf(oidc);
    const { id } = oidc.client;
    const judge = (name: string, path: string, client: unknown, use: unknown, wanted: string) => {
      const at = `/application/${path}/claims`;
      if (client !== id) return [fault('client', show(id), show(client), at, { name })];
      return use === wanted ? [] : [fault('use', show(wanted), show(use), `${at}/token_use`, { name })];
    };
    return [
      ...(idToken === undefined
        ? []
        : judge('ID', 'idToken', idToken.claims.aud, idToken.claims.token_use, 'id')),
      ...(accessToken === undefined
        ? []
        : judge(
            'access',
            'accessToken',
            accessToken.claims.client_id,
            accessToken.claims.token_use,
            'access',
          )),
    ];
  },
});
