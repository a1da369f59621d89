import { defineMutation } from '../../model/mutation.ts';
import { replaceElement, setAttribute } from '../kit/edit.ts';
import { afterIssuer, evilId, insideSignature, takeApart } from './_forge.ts';

function wrap(xml: string): string {
  const { unsigned, signature, evil } = takeApart(xml);
  const original = replaceElement(xml, 'Response/Assertion', () => unsigned);
  const forged = setAttribute(
    replaceElement(xml, 'Response/Assertion', () => evil),
    'Response',
    'ID',
    `${evilId}aa`,
  );
  return afterIssuer(forged, insideSignature(signature, original));
}

export default defineMutation({
  id: 'signature/wrapped-response-in-signature',
  title: 'XSW1: a forged Response, with the original Response inside its Signature',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'metadata/sp-assertions-signed',
    'response/schema',
    'signature/form',
    'signature/stray-messages',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'refuses',
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
