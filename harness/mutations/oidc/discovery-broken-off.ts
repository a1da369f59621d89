import { discovery } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withAnswer } from './_change.ts';

export default defineMutation({
  id: 'oidc/discovery-broken-off',
  title: 'The discovery document breaks off',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withAnswer(record, 'discovery', { body: '{"issuer":' }),
  },
  breaks: ['oidc/discovery-document'],
  hostile: false,
  safe: 'unaffected',
  refs: [discovery('4.2', 'The document is JSON.')],
  needsArtifacts: ['oidc'],
});
