import { defineCheck } from '../../model/check.ts';
import { hasSignature, needs, signatureFaults } from './_signatures.ts';

export default defineCheck({
  id: 'signature/transforms',
  title: {
    holds: 'Signed content is transformed by nothing but envelope removal and canonicalization',
    fails: 'Signed content is transformed by more than envelope removal and canonicalization',
  },
  why: 'Transforms decide what is digested: an XPath or a stylesheet can leave out the very part that is forged.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → signing',
    change: 'Sign with the transforms enveloped-signature and exclusive canonicalization.',
  },
  judges: 'idp',
  needs,
  refs: [
    {
      document: 'saml-core',
      section: '5.4.4',
      says: 'Signatures should contain no transforms other than enveloped-signature and exclusive canonicalization; verifiers may reject others.',
    },
  ],
  messages: { other: 'The signature in {parent} cannot be relied on: {detail}' },
  applies: hasSignature,
  run: ({ response }) =>
    signatureFaults(
      response,
      ['transform-not-allowed'],
      'other',
      'enveloped-signature, then exclusive canonicalization',
    ),
});
