import { defineMutation } from '../../model/mutation.ts';
import { replaceElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'signature/comment-in-name-id',
  title: 'A comment splits the NameID of a signed assertion',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) => replaceElement(xml, 'Subject/NameID', (element) => element.replace('@', '<!-- -->@')),
  },
  breaks: ['response/plain-values'],
  hostile: true,
  safe: 'genuine-user',
  refs: [{ document: 'xml', section: '2.5', says: 'Comments are no part of the character data.' }],
  cves: ['CVE-2017-11427', 'CVE-2017-11428', 'CVE-2017-11429', 'CVE-2017-11430', 'CVE-2018-0489'],
});
