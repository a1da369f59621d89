import { defineMutation } from '../../model/mutation.ts';
import { removeAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'binding/destination-missing-when-signed',
  title: 'A signed Response has no Destination',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeAttribute(xml, 'Response', 'Destination') },
  breaks: ['response/destination'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.5.2',
      says: 'A signed message names the address that it is delivered to in Destination, and the recipient checks it.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A signed message that does not say where it is meant to go can be posted anywhere.',
    weakness: ['destination-not-checked'],
    needs: ['signed-response'],
  },
});
