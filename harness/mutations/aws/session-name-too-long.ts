import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setValues } from './_message.ts';

export default defineMutation({
  id: 'aws/session-name-too-long',
  title: 'RoleSessionName has 65 characters',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setValues(xml, 'roleSessionName', `${'a'.repeat(53)}@example.com`),
  },
  breaks: ['aws/session-name-length', 'attributes/value'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.troubleshooting('RoleSessionName must match [a-zA-Z_0-9+=,.@-]{2,64}.')],
  needsArtifacts: ['account'],
});
