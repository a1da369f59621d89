import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withoutTokens } from './_change.ts';

export default defineMutation({
  id: 'oidc/id-token-not-issued',
  title: 'The token endpoint issues no ID token',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withoutTokens(record, { answered: ['access_token', 'token_type', 'expires_in'] }),
  },
  breaks: ['oidc/token-answer'],
  hostile: false,
  safe: 'unaffected',
  refs: [core('3.1.3.3', 'The answer has an ID token.')],
  needsArtifacts: ['oidc'],
});
