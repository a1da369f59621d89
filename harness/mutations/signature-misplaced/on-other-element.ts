import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { insertBefore } from '../kit/edit.ts';
import { bySigner, fillTemplate, freshId, insertSignature, signedPaths } from '../kit/forge.ts';
import { extensions, forgeResponse } from '../kit/take-apart.ts';

function sign(xml: string, context: MutationContext): string {
  const id = freshId(xml, 'note');
  const note = `<note xmlns="urn:countersign:note" ID="${id}">Nothing of importance</note>`;
  const [place = 'Response'] = signedPaths(xml);
  const forged = insertBefore(forgeResponse(xml, context), 'Response/Status', extensions(note));
  return fillTemplate(
    { references: [{ uri: `#${id}`, transforms: [ALG.excC14n] }] },
    (template) => insertSignature(forged, place, template),
    bySigner(context, 'idp'),
  );
}

export default defineMutation({
  id: 'signature-misplaced/on-other-element',
  title: 'A valid signature over a note in Extensions, and none over the assertion',
  stage: 'after-signing',
  change: { on: 'response', apply: sign },
  breaks: ['attributes/value', 'signature/reference', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.oneReference, refs.absolutePaths],
  attack: {
    against: 'sp',
    mechanism:
      'The identity provider’s signature stands where one belongs, but refers to an element in the Extensions of the Response. The assertion about the victim is signed by nobody.',
    weakness: ['any-signature-counts'],
  },
});
