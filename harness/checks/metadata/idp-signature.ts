import { defineCheck } from '../../model/check.ts';
import { isSigned, signatureFaults, signatureMessages, signatureRefs } from './_signature.ts';

export default defineCheck({
  id: 'metadata/idp-signature',
  title: {
    holds: "The signature of the identity provider's metadata fits what it signs",
    fails: "The signature of the identity provider's metadata does not fit what it signs",
  },
  why: 'Importers that verify refuse the file; those that do not may import what somebody else wrote into it.',
  fix: {
    console: 'Identity provider',
    field: 'SAML metadata',
    change: 'Export the metadata again, and hand it on without opening it in an editor.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: signatureRefs,
  messages: signatureMessages,
  applies: ({ 'idp-metadata': metadata }) => isSigned(metadata),
  run: ({ 'idp-metadata': metadata }) => signatureFaults('idp-metadata', metadata),
});
