import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withHeader } from './_change.ts';

export default defineMutation({
  id: 'oidc/key-not-named',
  title: 'The ID token names no key',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withHeader(record, { kid: undefined }),
  },
  breaks: ['oidc/id-token-key'],
  hostile: false,
  safe: 'unaffected',
  refs: [cognito('cognito-user-pools-oidc-idp', 'Tokens include the kid.')],
  needsArtifacts: ['oidc'],
});
