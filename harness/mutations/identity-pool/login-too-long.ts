import { defineMutation } from '../../model/mutation.ts';
import { mistake, onCalls, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/login-too-long',
  title: 'The response has more than 50,000 characters',
  ...mistake,
  change: onCalls((call) => ({
    ...call,
    logins: call.logins.map((login) => ({ ...login, length: 50_004 })),
  })),
  breaks: ['identity-pool/login-length'],
  refs: [refs.calls],
  needsArtifacts: ['identity-pool'],
});
