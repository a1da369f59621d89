import { defineMutation } from '../../model/mutation.ts';
import { setContent } from '../kit/edit.ts';
import { splitName } from './_names.ts';

export default defineMutation({
  id: 'parser/instruction-in-name-id',
  title: 'A processing instruction in the NameID divides the victim’s name from the rest',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, context) => setContent(xml, 'Subject/NameID', splitName(context, '<?and?>')),
  },
  breaks: ['response/plain-values', 'subject/user-name'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    { document: 'xml', section: '2.6', says: 'A processing instruction is no part of the character data.' },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A reader that takes the first piece of a value for all of it sees another one than was signed. Here a processing instruction stands between the victim’s name and the end of the attacker’s.',
    weakness: ['text-up-to-node'],
  },
});
