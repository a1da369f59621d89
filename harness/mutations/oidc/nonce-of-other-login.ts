import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/nonce-of-other-login',
  title: 'The ID token has the nonce of another login',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withClaims(record, { nonce: 'Zb8cXd2eVfAgUhTiSjRkQlPmOnNoMpLqKrJsItHuGvF' }),
  },
  breaks: ['oidc/id-token-nonce'],
  hostile: true,
  safe: 'refuses',
  refs: [core('3.1.3.7', 'Item 11: the nonce is compared.')],
  needsArtifacts: ['oidc'],
});
