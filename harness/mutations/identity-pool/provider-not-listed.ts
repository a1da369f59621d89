import { defineMutation } from '../../model/mutation.ts';
import { mistake, onPool, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/provider-not-listed',
  title: 'The pool does not list the provider',
  ...mistake,
  change: onPool((pool) => ({ ...pool, samlProviders: [] })),
  breaks: ['identity-pool/provider-listed'],
  refs: [refs.pool],
  needsArtifacts: ['identity-pool'],
});
