import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setValues } from './_message.ts';

export default defineMutation({
  id: 'aws/session-name-with-space',
  title: 'RoleSessionName has a space',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setValues(xml, 'roleSessionName', 'Alice Wong'),
  },
  breaks: ['aws/session-name-characters', 'attributes/value'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.troubleshooting('RoleSessionName must match [a-zA-Z_0-9+=,.@-]{2,64}.')],
  needsArtifacts: ['account'],
});
