import { defineMutation } from '../../model/mutation.ts';
import { removeAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'time/bounds-missing',
  title: 'Neither Conditions nor confirmation have an end',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      ['Conditions', 'SubjectConfirmationData'].reduce(
        (text, target) => removeAttribute(text, target, 'NotOnOrAfter'),
        xml,
      ),
  },
  breaks: ['conditions/validity', 'subject/confirmation-data'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'A bearer SubjectConfirmation contains SubjectConfirmationData with Recipient and NotOnOrAfter, and without NotBefore.',
    },
    {
      document: 'saml-core',
      section: '2.5.1.2',
      says: 'NotBefore and NotOnOrAfter limit the validity of the assertion.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'Nothing in the message says when it stops being good.',
    weakness: ['bounds-optional'],
  },
});
