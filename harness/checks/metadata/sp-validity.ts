import { defineCheck } from '../../model/check.ts';
import { limitsValidity, validityFaults, validityMessages, validityRefs } from './_validity.ts';

export default defineCheck({
  id: 'metadata/sp-validity',
  title: {
    holds: "The service provider's metadata is still in force",
    fails:
      "The service provider's metadata is no longer in force, or states its validity in no form that can be read",
  },
  why: 'Identity providers that heed validUntil stop sending responses to the service provider on that day.',
  fix: {
    console: 'Service provider',
    field: 'SAML metadata',
    change: 'Export fresh metadata and import it at the identity provider.',
  },
  judges: 'sp',
  needs: ['sp-metadata'],
  refs: validityRefs,
  messages: validityMessages,
  applies: ({ 'sp-metadata': metadata }) => limitsValidity(metadata),
  run: ({ 'sp-metadata': metadata }, { now }) => validityFaults('sp-metadata', metadata, now),
});
