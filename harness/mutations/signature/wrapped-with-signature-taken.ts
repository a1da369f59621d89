import { defineMutation } from '../../model/mutation.ts';
import { replaceElement } from '../kit/edit.ts';
import { afterIssuer, takeApart } from './_forge.ts';

function wrap(xml: string): string {
  const { unsigned, signature, evil } = takeApart(xml);
  return replaceElement(xml, 'Response/Assertion', () => afterIssuer(evil, signature) + unsigned);
}

export default defineMutation({
  id: 'signature/wrapped-with-signature-taken',
  title: 'XSW5: the forged assertion carries the signature; the genuine one, without it, comes last',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'assertion/same-subject',
    'metadata/sp-assertions-signed',
    'response/one-assertion',
    'signature/coverage',
    'signature/reference',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'saml-core',
      section: '5.4.2',
      says: 'A signature proves the element that its reference names, and no other.',
    },
    {
      document: 'owasp',
      section: 'SAML Security Cheat Sheet',
      says: 'Signature wrapping moves the signed element aside and puts a forged one where the reader looks.',
    },
  ],
});
