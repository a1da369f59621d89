import { attributeName } from '../../aws/saml-attributes.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';
import { named } from './_message.ts';

export default defineMutation({
  id: 'aws/no-session-name',
  title: 'There is no RoleSessionName',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => removeElement(xml, named(attributeName('roleSessionName'))),
  },
  breaks: ['aws/session-name', 'attributes/required'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.troubleshooting('Without RoleSessionName the response is refused.')],
  needsArtifacts: ['account'],
});
