import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { digestText } from '../../saml/algorithms.ts';
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
    fill: bySigner(context, 'idp'),
  });
  return setAttribute(signed, signedPaths(signed)[0] ?? 'Response', 'xmlns:void', 'relative');
}

export default defineMutation({
  id: 'canonicalization/void',
  title: 'The signed digest is that of the empty text, and the element cannot be canonicalized',
  stage: 'after-signing',
  change: { on: 'response', apply: spoilt },
  breaks: ['attributes/value', 'signature/form', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.validateReference, refs.exclusiveOnly],
  cves: ['CVE-2025-66568'],
  attack: {
    against: 'sp',
    mechanism:
      'Canonical XML has no answer for a relative namespace name, and some libraries then give the empty text. A signature over the digest of the empty text fits every element that is spoilt so.',
    weakness: ['void-canonicalization'],
  },
});
