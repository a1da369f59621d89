import { defineMutation } from '../../model/mutation.ts';
import { attributeOf, insertBefore, setAttribute } from '../kit/edit.ts';
import { takeApart } from './_forge.ts';

function wrap(xml: string): string {
  const { genuine, evil } = takeApart(xml);
  const twin = setAttribute(evil, 'Assertion', 'ID', attributeOf(genuine, 'Assertion', 'ID'));
  return insertBefore(xml, 'Response/Assertion', twin);
}

export default defineMutation({
  id: 'signature/duplicate-id',
  title: 'A forged assertion with the ID of the genuine one, before it',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'assertion/same-subject',
    'response/one-assertion',
    'response/schema',
    'signature/coverage',
    'signature/unique-ids',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '1.3.4',
      says: 'Where an object declares an identifier, there is exactly one such declaration.',
    },
    {
      document: 'owasp',
      section: 'SAML Security Cheat Sheet, Validate Signatures',
      says: 'In signature wrapping the verifier and the reader look at different elements; absolute paths prevent it.',
    },
  ],
});
