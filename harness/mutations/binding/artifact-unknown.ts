import { defineMutation } from '../../model/mutation.ts';
import { makeArtifact } from './_artifact.ts';
import { withFields } from './_post.ts';

export default defineMutation({
  id: 'binding/artifact-unknown',
  title: 'An artifact that the identity provider never made',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request, { idpEntityId }) =>
      withFields(request, [['SAMLart', makeArtifact(idpEntityId, 'never made')]]),
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.6.4',
      says: 'An artifact of type 4 names its issuer by the hash of the entity ID; it is good for one use, soon after it was made.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A target that takes the absence of a message for success begins a session.',
    weakness: ['artifact-not-checked'],
    needs: ['artifact'],
  },
});
