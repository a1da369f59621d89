import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeCredentials } from './_sts.ts';

export default defineMutation({
  id: 'aws/packed-nearly-full',
  title: 'Session tags use nearly all the room',
  stage: 'in-transit',
  change: {
    on: 'sts',
    apply: (sts) => changeCredentials(sts, { packedPolicySize: 97 }),
  },
  breaks: ['aws/packed-size'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.api('PackedPolicySize is the percentage used by session policies and tags.')],
  needsArtifacts: ['account'],
});
