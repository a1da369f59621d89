import { defineMutation } from '../../model/mutation.ts';
import { removeElement, setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'signature/stripped-and-changed',
  title: 'The signature is taken off, and another person is named',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setText(removeElement(xml, 'Assertion/Signature'), 'Subject/NameID', 'attacker@example.com'),
  },
  breaks: ['metadata/sp-assertions-signed', 'signature/presence', 'subject/user-name'],
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
