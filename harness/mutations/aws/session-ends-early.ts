import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';
import { instant } from '../kit/genuine-facts.ts';

export default defineMutation({
  id: 'aws/session-ends-early',
  title: 'SessionNotOnOrAfter comes before SessionDuration is over',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      setAttribute(xml, 'AuthnStatement', 'SessionNotOnOrAfter', instant(now + 2 * 3_600_000)),
  },
  breaks: ['aws/session-end'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.api('The session lasts for the duration, or until SessionNotOnOrAfter, whichever is shorter.')],
  needsArtifacts: ['account'],
});
