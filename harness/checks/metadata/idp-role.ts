import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { rolesOf, samlProtocol } from './_roles.ts';
import { quoteAll } from './_show.ts';

export default defineCheck({
  id: 'metadata/idp-role',
  title: {
    holds: 'The metadata describes an identity provider that speaks SAML 2.0',
    fails: 'The metadata does not describe an identity provider that speaks SAML 2.0',
  },
  why: 'A partner that imports the file finds no identity provider in it, or none for this protocol.',
  fix: {
    console: 'Identity provider',
    field: 'SAML metadata',
    change: 'Export the metadata of the SAML 2.0 identity provider, with an IDPSSODescriptor.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.1',
      says: 'protocolSupportEnumeration lists the protocols the role supports; for SAML 2.0 it holds its protocol URI.',
    },
    {
      document: 'saml-metadata',
      section: '2.4.3',
      says: 'The IDPSSODescriptor element describes what is particular to the role.',
    },
  ],
  messages: {
    absent: 'The metadata has no IDPSSODescriptor; one is required.',
    protocol: 'The IDPSSODescriptor supports {protocols}, not SAML 2.0.',
  },
  run: ({ 'idp-metadata': metadata }) => {
    const { document, element } = metadata;
    const roles = rolesOf(metadata, 'idp');
    const expected = samlProtocol;
    if (roles.length === 0) {
      const where = element && locate('idp-metadata', element, document);
      return [
        { message: 'absent', expected: 'a IDPSSODescriptor', observed: 'none', ...(where ? { where } : {}) },
      ];
    }
    if (roles.some((role) => role.protocols.includes(samlProtocol))) return [];
    return roles.map((role) => ({
      message: 'protocol',
      data: { protocols: quoteAll(role.protocols) },
      expected,
      observed: quoteAll(role.protocols),
      where: locate('idp-metadata', role.element, document, { attribute: 'protocolSupportEnumeration' }),
    }));
  },
});
