import { attributePrefix } from '../../aws/saml-attributes.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { addAttribute } from './_message.ts';

export default defineMutation({
  id: 'aws/attribute-of-identity-center',
  title: 'A tag is sent as IAM Identity Center wants it',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => addAttribute(xml, `${attributePrefix}AccessControl:Team`, ['Platform']),
  },
  breaks: ['aws/access-control-attributes'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.tags('In a response to IAM, tags are passed as PrincipalTag:<key>.')],
  needsArtifacts: ['account'],
});
