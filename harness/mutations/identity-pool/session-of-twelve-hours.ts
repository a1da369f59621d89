import { defineMutation } from '../../model/mutation.ts';
import { mistake, onCredentials, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/session-of-twelve-hours',
  title: 'The credentials last twelve hours',
  ...mistake,
  change: onCredentials((answer) => ({
    ...answer,
    expiresAt: new Date(Date.parse(answer.expiresAt) + 11 * 3_600_000).toISOString(),
  })),
  breaks: ['identity-pool/session-length'],
  refs: [refs.calls],
  needsArtifacts: ['identity-pool'],
});
