import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { x509Data } from '../../saml/write-signature.ts';
import { refs } from '../kit/attack-refs.ts';
import { replaceText } from '../kit/edit.ts';
import { bySigner, fillTemplate, freshId, insertSignature, signedPaths } from '../kit/forge.ts';
import { forgeResponse } from '../kit/take-apart.ts';

function sign(xml: string, context: MutationContext): string {
  const id = freshId(xml, 'key');
  const [place = 'Response'] = signedPaths(xml);
  const forged = forgeResponse(xml, context);
  return fillTemplate(
    {
      references: [{ uri: `#${id}`, transforms: [ALG.excC14n] }],
      keyInfo: x509Data(context.idpCertificate),
    },
    (template) =>
      insertSignature(forged, place, replaceText(template, '<ds:KeyInfo>', `<ds:KeyInfo Id="${id}">`)),
    bySigner(context, 'idp'),
  );
}

export default defineMutation({
  id: 'signature-misplaced/on-key-info',
  title: 'A valid signature over its own KeyInfo, and over nothing else',
  stage: 'after-signing',
  change: { on: 'response', apply: sign },
  breaks: ['attributes/value', 'signature/reference', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.oneReference, refs.onlySignedIsSecure],
  attack: {
    against: 'sp',
    mechanism:
      'The identity provider’s signature refers to the KeyInfo within itself, as XML Signature allows. The message about the victim round it is signed by nobody.',
    weakness: ['any-signature-counts', 'other-id-attributes'],
  },
});
