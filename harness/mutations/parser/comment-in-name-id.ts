import { defineMutation } from '../../model/mutation.ts';
import { setContent } from '../kit/edit.ts';
import { splitName } from './_names.ts';

export default defineMutation({
  id: 'parser/comment-in-name-id',
  title: 'A comment in the NameID divides the victim’s name from the rest',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, context) => setContent(xml, 'Subject/NameID', splitName(context, '<!-- -->')),
  },
  breaks: ['response/plain-values', 'subject/user-name'],
  hostile: true,
  safe: 'genuine-user',
  refs: [{ document: 'xml', section: '2.5', says: 'Comments are no part of the character data.' }],
  cves: ['CVE-2017-11427', 'CVE-2017-11428', 'CVE-2017-11429', 'CVE-2017-11430', 'CVE-2018-0489'],
  attack: {
    against: 'sp',
    mechanism:
      'The attacker’s own name begins with the victim’s. A comment, which no signature covers, is put between the two: a reader of the text up to the comment sees the victim.',
    weakness: ['text-up-to-node'],
  },
});
