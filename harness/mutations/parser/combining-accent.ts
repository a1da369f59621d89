import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';
import { withLetter } from './_names.ts';

export default defineMutation({
  id: 'parser/combining-accent',
  title: 'The NameID is the victim’s with a combining accent',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { victim }) =>
      setText(
        xml,
        'Subject/NameID',
        withLetter(victim.nameId, /[aeou]/i, (found) => `${found}\u0301`),
      ),
  },
  breaks: ['subject/name-id-form', 'subject/user-name'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'saml-core',
      section: '2.2.2',
      says: 'A name identifier is a string; who takes two different ones for the same person goes by no rule of the standard.',
    },
    {
      document: 'saml-core',
      section: '1.3.1',
      says: 'Strings are compared exactly, unless something else is said: case and white space count.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A database that compares without accents finds the victim; one that normalizes to NFC has an accented letter.',
    weakness: ['accents-ignored'],
  },
});
