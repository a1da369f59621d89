import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setValues } from './_message.ts';

export default defineMutation({
  id: 'aws/session-duration-in-words',
  title: 'SessionDuration is written in words',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setValues(xml, 'sessionDuration', '4 hours'),
  },
  breaks: ['aws/session-duration'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('The value is an integer, the length of the session in seconds.')],
  needsArtifacts: ['account'],
});
