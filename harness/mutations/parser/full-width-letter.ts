import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';
import { withLetter } from './_names.ts';

export default defineMutation({
  id: 'parser/full-width-letter',
  title: 'The NameID is the victim’s with one letter in full width',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { victim }) =>
      setText(
        xml,
        'Subject/NameID',
        withLetter(victim.nameId, /[a-z]/i, (found) => String.fromCodePoint(found.charCodeAt(0) + 0xfee0)),
      ),
  },
  breaks: ['subject/user-name'],
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
      'Compatibility normalization (NFKC) makes the full-width letter an ordinary one, and the attacker’s name the victim’s.',
    weakness: ['unicode-normalized'],
  },
});
