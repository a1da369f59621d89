import { defineMutation } from '../../model/mutation.ts';
import { removeAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'binding/in-response-to-missing-in-response',
  title: 'Only the bearer confirmation says which request is answered',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeAttribute(xml, 'Response', 'InResponseTo') },
  breaks: ['response/in-response-to'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'InResponseTo is the ID of the request; it is absent when the response answers none.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A target that looks at the Response alone takes the message for an unsolicited one.',
    weakness: ['in-response-to-one-place'],
    needs: ['sp-initiated'],
  },
});
