import { defineMutation } from '../../model/mutation.ts';
import { mistake, onCalls, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/login-key-in-other-case',
  title: 'The key of Logins is spelt in lower case',
  ...mistake,
  change: onCalls((call) => ({
    ...call,
    logins: call.logins.map((login) => ({ ...login, provider: login.provider.toLowerCase() })),
  })),
  breaks: ['identity-pool/login-key'],
  refs: [refs.calls],
  needsArtifacts: ['identity-pool'],
});
