import { defineMutation } from '../../model/mutation.ts';
import { insertAfter } from '../kit/edit.ts';
import { takeApart } from './_forge.ts';

const wrap = (xml: string) => insertAfter(xml, 'Response/Assertion', takeApart(xml).evil);

export default defineMutation({
  id: 'signature/assertion-added',
  title: 'A forged assertion without a signature after the genuine one',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'assertion/same-subject',
    'metadata/sp-assertions-signed',
    'response/one-assertion',
    'signature/coverage',
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
  cves: ['CVE-2025-47949', 'CVE-2025-54419'],
});
