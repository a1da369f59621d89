import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'signature/stripped',
  title: 'The signature is taken off the assertion',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml) => removeElement(xml, 'Assertion/Signature') },
  breaks: ['metadata/sp-assertions-signed', 'signature/presence'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-errata',
      section: 'E26',
      says: 'Over HTTP-POST each assertion is protected by a signature, its own or that of the Response.',
    },
  ],
});
