import { defineCheck } from '../../model/check.ts';
import { isSigned, signatureFaults, signatureMessages, signatureRefs } from './_signature.ts';

export default defineCheck({
  id: 'metadata/sp-signature',
  title: {
    holds: "The signature of the service provider's metadata fits what it signs",
    fails: "The signature of the service provider's metadata does not fit what it signs",
  },
  why: 'Importers that verify refuse the file; those that do not may import what somebody else wrote into it.',
  fix: {
    console: 'Service provider',
    field: 'SAML metadata',
    change: 'Export the metadata again, and hand it on without opening it in an editor.',
  },
  judges: 'sp',
  needs: ['sp-metadata'],
  refs: signatureRefs,
  messages: signatureMessages,
  applies: ({ 'sp-metadata': metadata }) => isSigned(metadata),
  run: ({ 'sp-metadata': metadata }) => signatureFaults('sp-metadata', metadata),
});
