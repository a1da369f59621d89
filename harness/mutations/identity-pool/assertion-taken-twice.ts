import { defineMutation } from '../../model/mutation.ts';
import { mistake, onCalls, refs } from './_change.ts';
import { poolNames } from './_genuine.ts';

export default defineMutation({
  id: 'identity-pool/assertion-taken-twice',
  title: 'The pool takes an assertion twice in GetId',
  ...mistake,
  safe: 'refuses',
  change: onCalls((call) => {
    const { expected: _, ...others } = call;
    return { ...others, answer: { outcome: 'identity', status: 200, identityId: poolNames.identityId } };
  }, 'GetId'),
  breaks: ['identity-pool/used-once'],
  refs: [refs.pool],
  needsArtifacts: ['identity-pool'],
});
