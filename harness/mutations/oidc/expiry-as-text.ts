import { jwt } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/expiry-as-text',
  title: 'exp is a text',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withClaims(record, { exp: String(record.federation?.idToken?.claims.exp) }),
  },
  breaks: ['oidc/id-token-expiry'],
  hostile: false,
  safe: 'unaffected',
  refs: [jwt('4.1.4', 'exp is a number.')],
  needsArtifacts: ['oidc'],
});
