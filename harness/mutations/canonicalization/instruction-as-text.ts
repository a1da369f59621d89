import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { escapeXml, setContent, setText } from '../kit/edit.ts';
import { bySigner, signAgain } from '../kit/forge.ts';

function hideLetter(xml: string, context: MutationContext): string {
  const { nameId } = context.victim;
  const signed = signAgain(xml, {
    change: (unsigned) => setText(unsigned, 'Subject/NameID', `x${nameId}`),
    fill: bySigner(context, 'idp'),
  });
  return setContent(signed, 'Subject/NameID', `<?x x?>${escapeXml(nameId)}`);
}

export default defineMutation({
  id: 'canonicalization/instruction-as-text',
  title: 'A signed letter of the NameID becomes a processing instruction',
  stage: 'after-signing',
  change: { on: 'response', apply: hideLetter },
  breaks: ['response/plain-values', 'signature/digest', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.seeWhatIsSigned, refs.validateReference],
  cves: ['CVE-2025-54369', 'CVE-2025-54419'],
  attack: {
    against: 'sp',
    mechanism:
      'The attacker’s own name is the victim’s with a letter before it. In the signed message that letter is wrapped into a processing instruction: who canonicalizes instructions as text finds the digest good, and who reads the name does not see them.',
    weakness: ['instructions-as-text'],
  },
});
