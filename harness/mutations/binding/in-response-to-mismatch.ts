import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'binding/in-response-to-mismatch',
  title: 'Response and bearer confirmation answer different requests',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setAttribute(
        xml,
        'SubjectConfirmationData',
        'InResponseTo',
        '_0f1e2d3c4b5a69788796a5b4c3d2e1f001122334',
      ),
  },
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
  attack: {
    against: 'sp',
    mechanism: 'The assertion answers another request; the unsigned Response round it says the right one.',
    weakness: ['in-response-to-one-place'],
    needs: ['sp-initiated'],
  },
});
