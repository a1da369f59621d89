import { jwk } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withAnswer } from './_change.ts';

export default defineMutation({
  id: 'oidc/keys-empty',
  title: 'The provider publishes an empty set of keys',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withAnswer(record, 'jwks', { body: '{"keys":[]}' }),
  },
  breaks: ['oidc/keys-document'],
  hostile: false,
  safe: 'unaffected',
  refs: [jwk('5', 'keys is a list of keys.')],
  needsArtifacts: ['oidc'],
});
