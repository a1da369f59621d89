import { bearer } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withProbe } from './_change.ts';

export default defineMutation({
  id: 'oidc/resource-open-to-all',
  title: 'The resource answers without a token',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withProbe(record, 'resource-without-token'),
  },
  breaks: ['oidc/resource-token'],
  hostile: true,
  safe: 'refuses',
  refs: [bearer('3.1', 'A request without a token is answered with 401.')],
  needsArtifacts: ['oidc'],
});
