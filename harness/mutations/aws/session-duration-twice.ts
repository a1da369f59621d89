import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setValues } from './_message.ts';

export default defineMutation({
  id: 'aws/session-duration-twice',
  title: 'SessionDuration has two values',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setValues(xml, 'sessionDuration', '14400', '3600'),
  },
  breaks: ['aws/attribute-single'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('SessionDuration is one integer.')],
  needsArtifacts: ['account'],
});
