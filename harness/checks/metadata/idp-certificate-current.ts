import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { isParsed } from './_certificates.ts';
import { signingCertificates } from './_roles.ts';
import { instant } from './_show.ts';

export default defineCheck({
  id: 'metadata/idp-certificate-current',
  title: {
    holds: "Each of the identity provider's signing certificates is within its validity",
    fails: "One of the identity provider's signing certificates is outside its validity",
  },
  why: 'Some service providers refuse every login the moment the certificate has expired; others only warn.',
  fix: {
    console: 'Identity provider',
    field: 'SAML settings → signing certificate',
    change: 'Renew the signing certificate, import it at the service provider, then make it active.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Certificate expiration status indicators',
      says: 'A certificate that has expired is marked red.',
    },
    {
      document: 'saml-errata',
      section: 'E69',
      says: 'Nothing is implied by a certificate in metadata: a relying party may enforce its validity period, or not.',
    },
    {
      assumption: 'An expired certificate is worth a warning, not a refusal.',
      known: 'SAML trusts the key in metadata, and leaves the certificate round it to each relying party.',
    },
  ],
  messages: {
    expired: 'The signing certificate of {subject} expired on {notAfter}.',
    'not-yet-valid': 'The signing certificate of {subject} becomes valid only on {notBefore}.',
  },
  applies: ({ 'idp-metadata': metadata }) =>
    signingCertificates(metadata, 'idp').some(isParsed) ||
    'The metadata has no readable signing certificate.',
  run: ({ 'idp-metadata': metadata }, { now, skewMs }) =>
    signingCertificates(metadata, 'idp')
      .filter(isParsed)
      .flatMap(({ element, x509: { subject, notBefore, notAfter } }) => {
        const expired = now > Date.parse(notAfter);
        if (!expired && now + skewMs >= Date.parse(notBefore)) return [];
        return {
          message: expired ? ('expired' as const) : ('not-yet-valid' as const),
          data: { subject, notBefore, notAfter },
          expected: `valid at ${instant(now)}`,
          observed: `valid from ${notBefore} to ${notAfter}`,
          ...(element ? { where: locate('idp-metadata', element, metadata.document) } : {}),
        };
      }),
});
