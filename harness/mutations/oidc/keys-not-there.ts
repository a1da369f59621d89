import { discovery } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withAnswer } from './_change.ts';

export default defineMutation({
  id: 'oidc/keys-not-there',
  title: 'The provider’s keys cannot be fetched',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withAnswer(record, 'jwks', { status: 503, body: '' }),
  },
  breaks: ['oidc/keys-document'],
  hostile: false,
  safe: 'unaffected',
  refs: [discovery('3', 'jwks_uri leads to the keys.')],
  needsArtifacts: ['oidc'],
});
