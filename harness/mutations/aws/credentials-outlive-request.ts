import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { instant } from '../kit/genuine-facts.ts';
import { changeCredentials } from './_sts.ts';

export default defineMutation({
  id: 'aws/credentials-outlive-request',
  title: 'STS gives credentials for twelve hours when asked for one',
  stage: 'in-transit',
  change: {
    on: 'sts',
    apply: (sts, { now }) => changeCredentials(sts, { expiresAt: instant(now + 12 * 3_600_000) }),
  },
  breaks: ['aws/session-expires'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.api('The session lasts for DurationSeconds, an hour unless given.')],
  needsArtifacts: ['account'],
});
