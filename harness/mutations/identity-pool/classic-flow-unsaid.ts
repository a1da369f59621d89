import { defineMutation } from '../../model/mutation.ts';
import { mistake, onPool, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/classic-flow-unsaid',
  title: 'The pool was made without a word on the basic flow',
  ...mistake,
  change: onPool(({ allowClassicFlow: _, ...pool }) => pool),
  breaks: ['identity-pool/classic-flow'],
  refs: [refs.pool],
  needsArtifacts: ['identity-pool'],
});
