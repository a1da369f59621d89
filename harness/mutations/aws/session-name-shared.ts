import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setValues } from './_message.ts';

export default defineMutation({
  id: 'aws/session-name-shared',
  title: 'RoleSessionName is the same for everybody',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setValues(xml, 'roleSessionName', 'federated-user'),
  },
  breaks: ['aws/session-name-person', 'attributes/value'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('The name is usually a user name or an e-mail address.')],
  needsArtifacts: ['account'],
});
