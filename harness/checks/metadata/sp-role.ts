import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { rolesOf, samlProtocol } from './_roles.ts';
import { quoteAll } from './_show.ts';

export default defineCheck({
  id: 'metadata/sp-role',
  title: {
    holds: 'The metadata describes a service provider that speaks SAML 2.0',
    fails: 'The metadata does not describe a service provider that speaks SAML 2.0',
  },
  why: 'A partner that imports the file finds no service provider in it, or none for this protocol.',
  fix: {
    console: 'Service provider',
    field: 'SAML metadata',
    change: 'Export the metadata of the SAML 2.0 service provider, with an SPSSODescriptor.',
  },
  judges: 'sp',
  needs: ['sp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.1',
      says: 'protocolSupportEnumeration lists the protocols the role supports; for SAML 2.0 it holds its protocol URI.',
    },
    {
      document: 'saml-metadata',
      section: '2.4.4',
      says: 'The SPSSODescriptor element describes what is particular to the role.',
    },
  ],
  messages: {
    absent: 'The metadata has no SPSSODescriptor; one is required.',
    protocol: 'The SPSSODescriptor supports {protocols}, not SAML 2.0.',
  },
  run: ({ 'sp-metadata': metadata }) => {
    const { document, element } = metadata;
    const roles = rolesOf(metadata, 'sp');
    const expected = samlProtocol;
    if (roles.length === 0) {
      const where = element && locate('sp-metadata', element, document);
      return [
        { message: 'absent', expected: 'a SPSSODescriptor', observed: 'none', ...(where ? { where } : {}) },
      ];
    }
    if (roles.some((role) => role.protocols.includes(samlProtocol))) return [];
    return roles.map((role) => ({
      message: 'protocol',
      data: { protocols: quoteAll(role.protocols) },
      expected,
      observed: quoteAll(role.protocols),
      where: locate('sp-metadata', role.element, document, { attribute: 'protocolSupportEnumeration' }),
    }));
  },
});
