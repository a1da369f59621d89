import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setValues } from './_message.ts';

export default defineMutation({
  id: 'aws/session-duration-above-role',
  title: 'SessionDuration is longer than a role gives',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setValues(xml, 'sessionDuration', '21600'),
  },
  breaks: ['aws/session-duration-role'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.api('A duration above the role’s maximum makes the call fail.')],
  needsArtifacts: ['account'],
});
