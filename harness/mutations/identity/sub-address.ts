import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';
import { withLetter } from '../parser/_names.ts';

export default defineMutation({
  id: 'identity/sub-address',
  title: 'The NameID is the victim’s with a sub-address',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { victim }) =>
      setText(
        xml,
        'Subject/NameID',
        withLetter(victim.nameId, /@|$/, (found) => `+attacker${found}`),
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
      'Some mail systems deliver what follows a plus sign to the same person; accounts are another matter.',
    weakness: ['sub-address-dropped'],
  },
});
