import { practice } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withCallback } from './_change.ts';

export default defineMutation({
  id: 'oidc/token-in-answer',
  title: 'The provider’s answer carries an ID token',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withCallback(record, 'federation', { id_token: 'masked' }),
  },
  breaks: ['oidc/callback-tokens'],
  hostile: false,
  safe: 'unaffected',
  refs: [practice('2.1.2', 'Tokens are not put into the answer.')],
  needsArtifacts: ['oidc'],
});
