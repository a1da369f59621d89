import { defineMutation } from '../../model/mutation.ts';
import { mistake, onPool, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/classic-flow-on',
  title: 'The basic flow is active',
  ...mistake,
  change: onPool((pool) => ({ ...pool, allowClassicFlow: true })),
  breaks: ['identity-pool/classic-flow'],
  refs: [refs.pool],
  needsArtifacts: ['identity-pool'],
});
