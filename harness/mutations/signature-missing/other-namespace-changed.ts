import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { personate } from '../kit/person.ts';

/** Moves every signature to a namespace that only looks like that of XML Signature. */
function move(xml: string): string {
  return xml.replaceAll(`="${NS.ds}"`, '="http://www.w3.org/2000/09/xmldsig"');
}

export default defineMutation({
  id: 'signature-missing/other-namespace-changed',
  title: 'A Signature in another namespace, round another person',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml, context) => personate(move(xml), context) },
  breaks: [
    'attributes/value',
    'metadata/sp-assertions-signed',
    'response/schema',
    'signature/presence',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'refuses',
  refs: [refs.signatureNamespace, refs.validateReference],
  attack: {
    against: 'sp',
    mechanism:
      'The signature of a genuine message is moved to another namespace and the victim written in. It works where the presence of a signature is told by its local name, and a verifier that knows namespaces then finds none to verify.',
    weakness: ['signature-namespace-ignored', 'empty-signature-passes'],
  },
});
