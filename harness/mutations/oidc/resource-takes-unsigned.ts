import { jwtPractice } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withProbe } from './_change.ts';

export default defineMutation({
  id: 'oidc/resource-takes-unsigned',
  title: 'The resource takes a token whose signature was cut off',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withProbe(record, 'resource-with-unsigned-token'),
  },
  breaks: ['oidc/resource-token'],
  hostile: true,
  safe: 'refuses',
  refs: [jwtPractice('3.2', 'The signature is verified.')],
  needsArtifacts: ['oidc'],
});
