import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withClaims, withRequest } from './_change.ts';

export default defineMutation({
  id: 'oidc/nonce-guessable',
  title: 'The pool’s nonce can be guessed',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withClaims(withRequest(record, 'federation', { nonce: '7' }), { nonce: '7' }),
  },
  breaks: ['oidc/request-nonce'],
  hostile: false,
  safe: 'unaffected',
  refs: [core('15.5.2', 'The nonce cannot be guessed.')],
  needsArtifacts: ['oidc'],
});
