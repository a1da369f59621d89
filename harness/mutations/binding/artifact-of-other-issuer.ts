import { defineMutation } from '../../model/mutation.ts';
import { makeArtifact } from './_artifact.ts';
import { withFields } from './_post.ts';

export default defineMutation({
  id: 'binding/artifact-of-other-issuer',
  title: 'An artifact names another issuer than the one that is asked about it',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request, { otherIdpEntityId }) =>
      withFields(request, [
        ['SAMLart', makeArtifact(otherIdpEntityId ?? 'https://other-idp.example/saml', 'never made')],
      ]),
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
  cves: ['CVE-2026-49283'],
  attack: {
    against: 'sp',
    mechanism:
      'The answer of the resolution service is taken for that of another identity provider than the one that gave it.',
    weakness: ['artifact-not-checked'],
    needs: ['artifact', 'other-idp'],
  },
});
