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
      says: 'A signature proves the element that its reference names, and no other.',
    },
    {
      document: 'owasp',
      section: 'SAML Security Cheat Sheet',
      says: 'Signature wrapping moves the signed element aside and puts a forged one where the reader looks.',
    },
  ],
  cves: ['CVE-2025-47949', 'CVE-2025-54419'],
});
