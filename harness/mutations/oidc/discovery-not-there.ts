import { discovery } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withAnswer } from './_change.ts';

export default defineMutation({
  id: 'oidc/discovery-not-there',
  title: 'The discovery document is not there',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withAnswer(record, 'discovery', { status: 404, body: '' }),
  },
  breaks: ['oidc/discovery-document'],
  hostile: false,
  safe: 'unaffected',
  refs: [discovery('4.2', 'A successful answer has the status 200.')],
  needsArtifacts: ['oidc'],
});
