import { defineMutation } from '../../model/mutation.ts';
import { insertInto, replaceElement } from '../kit/edit.ts';
import { takeApart } from './_forge.ts';

function wrap(xml: string): string {
  const { genuine, evil } = takeApart(xml);
  return replaceElement(xml, 'Response/Assertion', () => insertInto(evil, 'Assertion', genuine));
}

export default defineMutation({
  id: 'signature/wrapped-round-original',
  title: 'XSW4: the genuine assertion inside the forged one',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'metadata/sp-assertions-signed',
    'response/schema',
    'signature/coverage',
    'signature/presence',
    'signature/stray-messages',
    'subject/user-name',
  ],
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
