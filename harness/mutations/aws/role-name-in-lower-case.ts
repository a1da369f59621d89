import { attributeName } from '../../aws/saml-attributes.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { rename } from './_message.ts';

export default defineMutation({
  id: 'aws/role-name-in-lower-case',
  title: 'The attribute is called role, in lower case',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => rename(xml, 'role', attributeName('role').replace('Role', 'role')),
  },
  breaks: ['aws/attribute-name'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('Attribute names are case-sensitive and have exactly the form given.')],
  needsArtifacts: ['account'],
});
