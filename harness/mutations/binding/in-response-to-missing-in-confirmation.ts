import { defineMutation } from '../../model/mutation.ts';
import { removeAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'binding/in-response-to-missing-in-confirmation',
  title: 'Only the Response says which request is answered',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeAttribute(xml, 'SubjectConfirmationData', 'InResponseTo') },
  breaks: ['subject/in-response-to'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The service provider checks that InResponseTo of the bearer confirmation is the ID of its own AuthnRequest.',
    },
  ],
  cves: ['CVE-2026-49284'],
  attack: {
    against: 'sp',
    mechanism:
      'The Response is not signed where the assertion is: anyone binds the assertion to any request.',
    weakness: ['in-response-to-one-place'],
    needs: ['sp-initiated'],
  },
});
