import { defineMutation } from '../../model/mutation.ts';
import { mistake, onCalls, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/endpoint-by-http',
  title: 'The application calls by plain HTTP',
  ...mistake,
  change: onCalls((call) => ({ ...call, url: call.url.replace('https:', 'http:') })),
  breaks: ['identity-pool/endpoint'],
  refs: [refs.calls],
  needsArtifacts: ['identity-pool'],
});
