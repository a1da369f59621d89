import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { ALG, NS } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { insertAfter } from '../kit/edit.ts';
import { bySigner, fillTemplate, freshId, insertSignature, signedPaths } from '../kit/forge.ts';
import { forgeResponse } from '../kit/take-apart.ts';

function sign(xml: string, context: MutationContext): string {
  const id = freshId(xml, 'advice');
  const advised = `<saml:Advice xmlns:saml="${NS.saml}" ID="${id}"><saml:AssertionURIRef>urn:countersign:advice</saml:AssertionURIRef></saml:Advice>`;
  const [place = 'Response'] = signedPaths(xml);
  const forged = insertAfter(forgeResponse(xml, context), 'Assertion/Conditions', advised);
  return fillTemplate(
    { references: [{ uri: `#${id}`, transforms: [ALG.excC14n] }] },
    (template) => insertSignature(forged, place, template),
    bySigner(context, 'idp'),
  );
}

export default defineMutation({
  id: 'signature-misplaced/on-advice',
  title: 'A valid signature over the Advice of an assertion that is not signed',
  stage: 'after-signing',
  change: { on: 'response', apply: sign },
  breaks: ['attributes/value', 'response/schema', 'signature/reference', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.oneReference, refs.noObject],
  attack: {
    against: 'sp',
    mechanism:
      'The identity provider’s signature in the forged assertion refers to its Advice, not to the assertion.',
    weakness: ['any-signature-counts'],
  },
});
