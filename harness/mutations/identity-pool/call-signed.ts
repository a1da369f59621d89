import { defineMutation } from '../../model/mutation.ts';
import { mistake, onCalls, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/call-signed',
  title: 'The application signs its calls with keys of its own',
  ...mistake,
  change: onCalls((call) => ({ ...call, signed: true })),
  breaks: ['identity-pool/call-unsigned'],
  refs: [refs.calls],
  needsArtifacts: ['identity-pool'],
});
