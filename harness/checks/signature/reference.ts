import { defineCheck } from '../../model/check.ts';
import { hasSignature, needs, signatureFaults } from './_signatures.ts';

export default defineCheck({
  id: 'signature/reference',
  title: {
    holds: 'Each signature refers once, to the element that it stands in',
    fails: 'A signature does not refer once, to the element that it stands in',
  },
  why: 'What is verified is then another element than the one that is read: the way in which signatures are wrapped round forgeries.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → signing',
    change: 'Report the defect to the vendor, and look for whoever made this message.',
  },
  judges: 'idp',
  needs,
  refs: [
    {
      document: 'saml-core',
      section: '5.4.2',
      says: 'The signature has a single Reference, whose URI is the ID of the root of the signed assertion or message.',
    },
  ],
  messages: { elsewhere: 'The signature in {parent} does not refer to it: {detail}' },
  applies: hasSignature,
  run: ({ response }) =>
    signatureFaults(
      response,
      ['reference-count', 'reference-not-parent', 'no-such-element'],
      'elsewhere',
      "one Reference, its URI # and the parent's ID",
    ),
});
