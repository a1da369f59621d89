import { defineMutation } from '../../model/mutation.ts';
import { mistake, onCalls, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/endpoint-of-other-region',
  title: 'The application calls another region',
  ...mistake,
  change: onCalls((call) => ({ ...call, url: call.url.replace('us-east-1', 'eu-west-1') })),
  breaks: ['identity-pool/endpoint'],
  refs: [refs.calls],
  needsArtifacts: ['identity-pool'],
});
