import { defineMutation } from '../../model/mutation.ts';
import { mistake, onCalls, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/answer-refused',
  title: 'The pool refuses what was to work',
  ...mistake,
  change: onCalls(
    (call) => ({
      ...call,
      answer: { outcome: 'refused', status: 500, code: 'InternalErrorException', message: 'Internal error' },
    }),
    'GetCredentialsForIdentity',
  ),
  breaks: ['identity-pool/answer-expected'],
  refs: [refs.calls],
  needsArtifacts: ['identity-pool'],
});
