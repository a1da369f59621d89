import { defineMutation } from '../../model/mutation.ts';
import { insertAfter, replaceElement } from '../kit/edit.ts';
import { advice, takeApart } from './_forge.ts';

function wrap(xml: string): string {
  const { genuine, evil } = takeApart(xml);
  const advised = insertAfter(evil, 'Assertion/Conditions', advice(genuine));
  return replaceElement(xml, 'Response/Assertion', () => advised);
}

export default defineMutation({
  id: 'signature/wrapped-in-advice',
  title: 'The genuine assertion as Advice of the forged one',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['metadata/sp-assertions-signed', 'signature/coverage', 'signature/presence', 'subject/user-name'],
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
