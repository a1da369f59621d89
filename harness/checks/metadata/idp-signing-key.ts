import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { hasRole, rolesOf, signingCertificates } from './_roles.ts';
import { quote } from './_show.ts';

export default defineCheck({
  id: 'metadata/idp-signing-key',
  title: {
    holds: "The identity provider's metadata carries a readable signing certificate",
    fails: "The identity provider's metadata carries no readable signing certificate",
  },
  why: 'Without a signing certificate the service provider cannot verify any login.',
  fix: {
    console: 'Identity provider',
    field: 'SAML settings → signing certificate',
    change: 'Publish the X.509 signing certificate in the metadata and import it again.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.1.1',
      says: 'KeyDescriptor tells by which keys an entity signs; its KeyInfo identifies the key.',
    },
    {
      document: 'aws-identity-center',
      section: 'Other identity providers (page other-idps)',
      says: 'The metadata contains the entityId, an X.509 certificate and a SingleSignOnService.',
    },
  ],
  messages: {
    absent: 'The IDPSSODescriptor has no certificate for signing; one is needed.',
    unreadable: 'The signing certificate {certificate} is no X.509 certificate.',
  },
  applies: ({ 'idp-metadata': metadata }) => hasRole(metadata, 'idp'),
  run: ({ 'idp-metadata': metadata }) => {
    const expected = 'an X.509 certificate';
    const certificates = signingCertificates(metadata, 'idp');
    if (certificates.length === 0) {
      return rolesOf(metadata, 'idp').map(({ element }) => ({
        message: 'absent',
        expected,
        observed: 'nothing',
        where: locate('idp-metadata', element, metadata.document),
      }));
    }
    return certificates
      .filter((certificate) => certificate.x509 === undefined)
      .map(({ der, element }) => ({
        message: 'unreadable',
        data: { certificate: quote(der) },
        expected,
        observed: quote(der),
        ...(element ? { where: locate('idp-metadata', element, metadata.document) } : {}),
      }));
  },
});
