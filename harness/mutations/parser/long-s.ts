import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';
import { withLetter } from './_names.ts';

export default defineMutation({
  id: 'parser/long-s',
  title: 'The NameID is the victim’s with a long s',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { victim }) =>
      setText(
        xml,
        'Subject/NameID',
        withLetter(victim.nameId, /s/i, () => '\u017F'),
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
  cves: ['CVE-2019-19844'],
  attack: {
    against: 'sp',
    mechanism:
      'In upper case, and by compatibility normalization, the long s is an ordinary one: a search without regard to case finds the victim.',
    weakness: ['unicode-normalized'],
  },
});
