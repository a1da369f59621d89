import { defineMutation } from '../../model/mutation.ts';
import { mistake, onPool, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/guests-allowed',
  title: 'The pool lets guests in',
  ...mistake,
  change: onPool((pool) => ({ ...pool, allowUnauthenticated: true })),
  breaks: ['identity-pool/guests'],
  refs: [refs.pool],
  needsArtifacts: ['identity-pool'],
});
