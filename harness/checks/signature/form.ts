import { defineCheck } from '../../model/check.ts';
import { hasSignature, needs, signatureFaults } from './_signatures.ts';

export default defineCheck({
  id: 'signature/form',
  title: {
    holds: 'Each Signature has the parts that XML Signature gives it, and no more',
    fails: 'A Signature lacks a part, or has one that does not belong',
  },
  why: 'Doubled SignedInfo or DigestValue elements, comments in values and foreign content have let forged messages pass verifiers.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → signing',
    change: 'Report the defect to the vendor, and look for whoever made this message.',
  },
  judges: 'idp',
  needs,
  refs: [
    {
      document: 'xmldsig',
      section: 'Version 1.1, 4.2',
      says: 'A Signature holds one SignedInfo, one SignatureValue, one KeyInfo at most, and Objects.',
    },
    { document: 'saml-core', section: '5.4.1', says: 'Signatures of assertions and messages are enveloped.' },
    {
      document: 'saml-errata',
      section: 'E91',
      says: 'Object should not be present, and verifiers should reject signatures that have one.',
    },
  ],
  messages: { malformed: 'The Signature in {parent} cannot be relied on: {detail}' },
  applies: hasSignature,
  run: ({ response }) =>
    signatureFaults(
      response,
      ['malformed'],
      'malformed',
      'SignedInfo, SignatureValue and KeyInfo, each once',
    ),
});
