import { defineCheck } from '../../model/check.ts';
import { limitsValidity, validityFaults, validityMessages, validityRefs } from './_validity.ts';

export default defineCheck({
  id: 'metadata/idp-validity',
  title: {
    holds: "The identity provider's metadata is still in force",
    fails:
      "The identity provider's metadata is no longer in force, or states its validity in no form that can be read",
  },
  why: 'Importers that heed validUntil refuse the file, or drop the identity provider on that day.',
  fix: {
    console: 'Identity provider',
    field: 'SAML metadata',
    change: 'Export fresh metadata and import it at the service provider.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: validityRefs,
  messages: validityMessages,
  applies: ({ 'idp-metadata': metadata }) => limitsValidity(metadata),
  run: ({ 'idp-metadata': metadata }, { now }) => validityFaults('idp-metadata', metadata, now),
});
