import { defineMutation } from '../../model/mutation.ts';
import { mistake, onStatement, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/trust-of-other-issuer',
  title: 'A role trusts another identity provider',
  ...mistake,
  change: onStatement((statement) => ({ ...statement, Principal: { Federated: 'accounts.google.com' } })),
  breaks: ['identity-pool/trust-principal'],
  refs: [refs.trust],
  needsArtifacts: ['identity-pool'],
});
