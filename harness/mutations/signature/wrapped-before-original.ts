import { defineMutation } from '../../model/mutation.ts';
import { insertBefore } from '../kit/edit.ts';
import { takeApart } from './_forge.ts';

const wrap = (xml: string) => insertBefore(xml, 'Response/Assertion', takeApart(xml).evil);

export default defineMutation({
  id: 'signature/wrapped-before-original',
  title: 'XSW3: a forged assertion before the genuine one',
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
});
