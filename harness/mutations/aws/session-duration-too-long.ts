import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setValues } from './_message.ts';

export default defineMutation({
  id: 'aws/session-duration-too-long',
  title: 'SessionDuration is a day',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setValues(xml, 'sessionDuration', '86400'),
  },
  breaks: ['aws/session-duration-range'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('The value is between 900 and 43200 seconds.')],
  needsArtifacts: ['account'],
});
