import { defineMutation } from '../../model/mutation.ts';
import { CONFIRMATION } from '../../saml/namespaces.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject-confirmation/holder-of-key',
  title: 'The only confirmation is holder-of-key',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setAttribute(xml, 'SubjectConfirmation', 'Method', CONFIRMATION.holderOfKey),
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
    mechanism: 'The assertion is for the holder of a key, which the browser did not prove to have.',
    weakness: ['confirmation-not-checked'],
  },
});
