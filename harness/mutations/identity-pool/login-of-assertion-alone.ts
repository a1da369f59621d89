import { defineMutation } from '../../model/mutation.ts';
import { mistake, onCalls, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/login-of-assertion-alone',
  title: 'The application passes on the assertion without the response',
  ...mistake,
  change: onCalls((call) => ({
    ...call,
    logins: call.logins.map((login) => ({ ...login, length: login.length - 800, sha256: 'ab'.repeat(32) })),
  })),
  breaks: ['identity-pool/login-token'],
  refs: [refs.calls],
  needsArtifacts: ['identity-pool'],
});
