import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withPoolClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/pool-nonce-of-other-login',
  title: 'The pool’s token has the nonce of another login',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withPoolClaims(record, { nonce: 'Zb8cXd2eVfAgUhTiSjRkQlPmOnNoMpLqKrJsItHuGvF' }),
  },
  breaks: ['oidc/pool-token-nonce'],
  hostile: true,
  safe: 'refuses',
  refs: [core('3.1.3.7', 'Item 11: the nonce is compared.')],
  needsArtifacts: ['oidc'],
});
