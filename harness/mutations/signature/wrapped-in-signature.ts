import { defineMutation } from '../../model/mutation.ts';
import { replaceElement } from '../kit/edit.ts';
import { afterIssuer, insideSignature, takeApart } from './_forge.ts';

function wrap(xml: string): string {
  const { unsigned, signature, evil } = takeApart(xml);
  return replaceElement(xml, 'Response/Assertion', () =>
    afterIssuer(evil, insideSignature(signature, unsigned)),
  );
}

export default defineMutation({
  id: 'signature/wrapped-in-signature',
  title: 'XSW6: the forged assertion carries the signature, and the genuine one is inside it',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['response/schema', 'signature/form', 'signature/stray-messages', 'subject/user-name'],
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
