import { defineMutation } from '../../model/mutation.ts';
import { namingAttribute } from '../identity/_attributes.ts';
import { setContent } from '../kit/edit.ts';
import { splitName } from './_names.ts';

export default defineMutation({
  id: 'parser/comment-in-attribute',
  title: 'A comment in an attribute divides the victim’s name from the rest',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      setContent(
        xml,
        `Attribute[Name=${namingAttribute(context)}]/AttributeValue`,
        splitName(context, '<!-- -->'),
      ),
  },
  breaks: ['attributes/value', 'response/plain-values'],
  hostile: true,
  safe: 'genuine-user',
  refs: [{ document: 'xml', section: '2.5', says: 'Comments are no part of the character data.' }],
  cves: ['CVE-2017-11427', 'CVE-2017-11428', 'CVE-2017-11429', 'CVE-2017-11430', 'CVE-2018-0489'],
  attack: {
    against: 'sp',
    mechanism:
      'A reader that takes the first piece of a value for all of it sees another one than was signed. Here it is the attribute by which some targets name the user.',
    weakness: ['attributes-name-the-user', 'text-up-to-node'],
  },
});
