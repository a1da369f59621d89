import { attributeName } from '../../aws/saml-attributes.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { rename } from './_message.ts';

export default defineMutation({
  id: 'aws/session-name-named-by-http',
  title: 'The name of RoleSessionName begins with http',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => rename(xml, 'roleSessionName', attributeName('roleSessionName').replace('https', 'http')),
  },
  breaks: ['aws/attribute-name', 'attributes/required', 'attributes/released'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('Attribute names are case-sensitive and have exactly the form given.')],
  needsArtifacts: ['account'],
});
