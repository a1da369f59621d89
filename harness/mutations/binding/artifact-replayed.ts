import { defineMutation } from '../../model/mutation.ts';
import { makeArtifact } from './_artifact.ts';
import { messageOf, withFields } from './_post.ts';

export default defineMutation({
  id: 'binding/artifact-replayed',
  title: 'One artifact is presented twice',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request, { idpEntityId }) =>
      withFields(request, [['SAMLart', makeArtifact(idpEntityId, messageOf(request))]]),
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
    mechanism: 'An artifact out of the browser’s history begins a second session.',
    weakness: ['artifact-not-checked'],
    needs: ['artifact'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'send', jar: 'own', message: 'forged-earlier' },
      { step: 'send', jar: 'other', message: 'forged-earlier' },
    ],
  },
});
