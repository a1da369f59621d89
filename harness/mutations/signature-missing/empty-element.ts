import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { replaceElement } from '../kit/edit.ts';
import { signedPaths } from '../kit/forge.ts';
import { personate } from '../kit/person.ts';

const nothing = `<ds:Signature xmlns:ds="${NS.ds}"/>`;

function hollow(xml: string): string {
  return signedPaths(xml).reduce(
    (text, path) => replaceElement(text, `${path}/Signature`, () => nothing),
    xml,
  );
}

export default defineMutation({
  id: 'signature-missing/empty-element',
  title: 'The Signature has nothing in it, and another person is named',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml, context) => hollow(personate(xml, context)) },
  breaks: [
    'algorithms/canonicalization',
    'algorithms/public-key',
    'attributes/value',
    'response/schema',
    'signature/form',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'refuses',
  refs: [refs.signatureForm],
  attack: {
    against: 'sp',
    mechanism:
      'An empty Signature stands where the signature belongs, for service providers that only look whether there is one.',
    weakness: ['empty-signature-passes'],
  },
});
