import { defineCheck } from '../../model/check.ts';
import { canVerify, needs, signatureFaults } from './_signatures.ts';

export default defineCheck({
  id: 'signature/digest',
  title: {
    holds: 'The signed content is as it was signed',
    fails: 'The signed content differs from what was signed',
  },
  why: 'Somebody or something between the two sides rewrites messages: a forger, or a proxy that prints XML anew.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → signing',
    change: 'Sign as the last step, and send the bytes as they were signed.',
  },
  judges: 'idp',
  needs,
  refs: [
    {
      document: 'xmldsig',
      section: 'Version 1.1, 3.2.1',
      says: 'Reference validation digests the object again and compares the result with DigestValue; any difference is a failure.',
    },
  ],
  messages: { changed: 'The signature in {parent} does not verify: {detail}' },
  applies: canVerify,
  run: ({ response }) =>
    signatureFaults(response, ['digest-mismatch'], 'changed', 'the digest that was signed'),
});
