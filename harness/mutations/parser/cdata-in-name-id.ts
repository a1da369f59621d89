import { defineMutation } from '../../model/mutation.ts';
import { setContent } from '../kit/edit.ts';
import { tail } from './_names.ts';

export default defineMutation({
  id: 'parser/cdata-in-name-id',
  title: 'A CDATA section in the NameID holds the victim’s name',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { victim }) => setContent(xml, 'Subject/NameID', `<![CDATA[${victim.nameId}]]>${tail}`),
  },
  breaks: ['response/plain-values', 'subject/user-name'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'xml',
      section: '2.7',
      says: 'A CDATA section is character data like any other, whose markup is taken literally.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A reader that takes the first piece of a value for all of it sees another one than was signed. Here the first piece is a CDATA section with the victim’s name; for the signature it is plain text.',
    weakness: ['text-up-to-node'],
  },
});
