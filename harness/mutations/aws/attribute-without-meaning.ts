import { attributePrefix } from '../../aws/saml-attributes.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { addAttribute } from './_message.ts';

export default defineMutation({
  id: 'aws/attribute-without-meaning',
  title: 'An attribute with AWS’s prefix is none that AWS reads',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => addAttribute(xml, `${attributePrefix}Email`, ['alice.wong@example.com']),
  },
  breaks: ['aws/attribute-unknown'],
  hostile: false,
  safe: 'refuses',
  refs: [
    refs.assertions(
      'The names are Role, RoleSessionName, SessionDuration, SourceIdentity, and those of tags.',
    ),
  ],
  needsArtifacts: ['account'],
});
