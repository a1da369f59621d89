import { defineMutation } from '../../model/mutation.ts';
import { mistake, onPool, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/provider-is-role',
  title: 'The pool lists a role among its SAML providers',
  ...mistake,
  change: onPool((pool) => ({
    ...pool,
    samlProviders: [...pool.samlProviders, 'arn:aws:iam::111122223333:role/1Kosmos'],
  })),
  breaks: ['identity-pool/provider-arn'],
  refs: [refs.pool],
  needsArtifacts: ['identity-pool'],
});
