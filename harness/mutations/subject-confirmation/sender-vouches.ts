import { defineMutation } from '../../model/mutation.ts';
import { CONFIRMATION } from '../../saml/namespaces.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject-confirmation/sender-vouches',
  title: 'The only confirmation is sender-vouches',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setAttribute(xml, 'SubjectConfirmation', 'Method', CONFIRMATION.senderVouches),
  },
  breaks: ['subject/confirmation'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '3',
      says: 'Each confirmation method has rules of its own for who may present the assertion.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'At least one SubjectConfirmation has the method bearer.',
    },
  ],
  cves: ['CVE-2020-5268'],
  attack: {
    against: 'sp',
    mechanism:
      'The assertion counts only when its sender vouches for the person; a browser vouches for nobody.',
    weakness: ['confirmation-not-checked'],
  },
});
