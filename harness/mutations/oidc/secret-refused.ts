import { oauth } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withoutTokens } from './_change.ts';

export default defineMutation({
  id: 'oidc/secret-refused',
  title: 'The token endpoint refuses the client’s secret',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withoutTokens(record, { status: 401, answered: ['error'] }),
  },
  breaks: ['oidc/token-answer'],
  hostile: false,
  safe: 'unaffected',
  refs: [oauth('5.2', 'invalid_client is answered with 401.')],
  needsArtifacts: ['oidc'],
});
