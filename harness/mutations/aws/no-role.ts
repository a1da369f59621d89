import { attributeName } from '../../aws/saml-attributes.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';
import { named } from './_message.ts';

export default defineMutation({
  id: 'aws/no-role',
  title: 'There is no Role attribute',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => removeElement(xml, named(attributeName('role'))),
  },
  breaks: ['aws/role-attribute'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('The Role attribute has one or more values.')],
  needsArtifacts: ['account'],
});
