import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'parser/markup-unescaped',
  title: 'The NameID is a text that is markup once it is printed without escaping',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { victim }) => {
      const tag = /<([\w.-]+:)?NameID\b/.exec(xml)?.[1] ?? '';
      return setText(xml, 'Subject/NameID', `${victim.nameId}</${tag}NameID><${tag}NameID>.attacker.example`);
    },
  },
  breaks: ['subject/name-id-form', 'subject/user-name'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'xml',
      section: '2.4',
      says: 'A less-than sign in character data is written as a reference, also when a text is printed.',
    },
  ],
  cves: ['CVE-2021-32796', 'CVE-2021-21366'],
  attack: {
    against: 'sp',
    mechanism:
      'The attacker’s name holds escaped tags. A target that prints what it parsed without escaping and parses that again finds a NameID that ends after the victim’s name.',
    weakness: ['reparsed-unescaped'],
  },
});
