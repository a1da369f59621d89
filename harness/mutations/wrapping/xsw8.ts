import { defineMutation } from '../../model/mutation.ts';
import { replaceElement } from '../kit/edit.ts';
import { afterIssuer, insideSignature, signatureObject, takeApart } from './_forge.ts';

function wrap(xml: string): string {
  const { unsigned, signature, evil } = takeApart(xml);
  const wrapped = insideSignature(signature, signatureObject(unsigned));
  return replaceElement(xml, 'Response/Assertion', () => afterIssuer(evil, wrapped));
}

export default defineMutation({
  id: 'signature/wrapped-in-object',
  title: 'XSW8: the genuine assertion in an Object of the signature that the forged one carries',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['signature/form', 'signature/stray-messages', 'subject/user-name'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'saml-core',
      section: '5.4.2',
      says: 'A signature has a single Reference, to the ID of the element that is signed: it proves that element and no other.',
    },
    {
      document: 'owasp',
      section: 'SAML Security Cheat Sheet, Validate Signatures',
      says: 'In signature wrapping the verifier and the reader look at different elements; absolute paths prevent it.',
    },
  ],
});
