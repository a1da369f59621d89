import { defineCheck } from '../../model/check.ts';
import { canVerify, faultySignatures, needs, signatureFaults } from './_signatures.ts';

export default defineCheck({
  id: 'signature/value',
  title: {
    holds: 'The SignatureValue belongs to what it stands beside',
    fails: 'The SignatureValue does not belong to what it stands beside',
  },
  why: 'The reference, the algorithms or the value itself were changed after signing, or the key is none of the known ones.',
  fix: {
    console: 'Identity provider',
    field: 'SAML settings → signing certificate',
    change:
      'Compare the certificates of both sides; if they agree, look for what changes the message on its way.',
  },
  judges: 'idp',
  needs,
  refs: [
    {
      document: 'xmldsig',
      section: 'Version 1.1, 3.2.2',
      says: 'Signature validation takes SignedInfo in canonical form and confirms SignatureValue over it with the key.',
    },
  ],
  messages: { mismatch: 'The signature in {parent} does not verify: {detail}' },
  applies: canVerify,
  run: ({ response }) => {
    const faults = signatureFaults(
      response,
      ['value-mismatch'],
      'mismatch',
      'a value that a key of the metadata made over this SignedInfo',
    );
    const [unverified] = faultySignatures(response, ['algorithm-not-supported']);
    if (faults.length > 0 || unverified === undefined) return faults;
    return {
      manual: `Verify the signature in ${unverified.signature.parent.local} by other means: ${unverified.detail}`,
    };
  },
});
