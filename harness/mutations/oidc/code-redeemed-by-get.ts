import { oauth } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withTokenCall } from './_change.ts';

export default defineMutation({
  id: 'oidc/code-redeemed-by-get',
  title: 'The code is redeemed by an address',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withTokenCall(record, { method: 'GET' }),
  },
  breaks: ['oidc/token-address'],
  hostile: false,
  safe: 'unaffected',
  refs: [oauth('3.2', 'The token endpoint is called by POST.')],
  needsArtifacts: ['oidc'],
});
