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
      says: 'KeyDescriptor tells by which keys an entity signs.',
    },
    {
      document: 'saml-core',
      section: '5.4.5',
      says: 'KeyInfo may be absent, and nothing is laid down on what it holds.',
    },
    {
      document: 'owasp',
      section: 'SAML Security Cheat Sheet, Validate Signatures',
      says: 'The key comes from the identity provider and is kept; the KeyInfo of the message is passed over.',
    },
  ],
  messages: { unknown: 'The signature in {parent} does not verify: {detail}' },
  applies: canVerify,
  run: ({ response }) => signatureFaults(response, ['no-trusted-key'], 'unknown', 'a key of the metadata'),
});
