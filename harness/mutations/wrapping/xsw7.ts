import { defineMutation } from '../../model/mutation.ts';
import { insertBefore, replaceElement } from '../kit/edit.ts';
import { extensions, takeApart } from './_forge.ts';

function wrap(xml: string): string {
  const { genuine, evil } = takeApart(xml);
  const forged = replaceElement(xml, 'Response/Assertion', () => evil);
  return insertBefore(forged, 'Response/Status', extensions(genuine));
}

export default defineMutation({
  id: 'signature/wrapped-in-extensions',
  title: 'XSW7: the genuine assertion inside the Extensions of the Response',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'metadata/sp-assertions-signed',
    'response/extensions',
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
