import { defineCheck } from '../../model/check.ts';
import { canVerify, needs, signatureFaults } from './_signatures.ts';

export default defineCheck({
  id: 'signature/key',
  title: {
    holds: "Signatures are made with a key of the identity provider's metadata",
    fails: "A signature is made with a key that is not in the identity provider's metadata",
  },
  why: 'The service provider trusts the imported keys alone: after a change of keys all logins fail, and a forger brings a key of their own.',
  fix: {
    console: 'Identity provider',
    field: 'SAML settings → signing certificate',
    change: 'Import the certificate that signs now at the service provider, or sign with the imported one.',
  },
  judges: 'idp',
  needs,
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.1.1',
      says: 'The KeyDescriptor elements for signing name the keys that the role signs with.',
    },
    {
      document: 'saml-core',
      section: '5.4.5',
      says: 'KeyInfo is optional, and says nothing of trust in the key.',
    },
  ],
  messages: { unknown: 'The signature in {parent} does not verify: {detail}' },
  applies: canVerify,
  run: ({ response }) => signatureFaults(response, ['no-trusted-key'], 'unknown', 'a key of the metadata'),
});
