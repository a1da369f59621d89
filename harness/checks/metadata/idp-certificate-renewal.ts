import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { isParsed } from './_certificates.ts';
import { signingCertificates } from './_roles.ts';
import { duration } from './_show.ts';

const dayMs = 86_400_000;

export default defineCheck({
  id: 'metadata/idp-certificate-renewal',
  title: {
    holds: 'A signing certificate of the identity provider stays valid for the time ahead',
    fails: "The identity provider's last signing certificate expires soon",
  },
  why: 'A renewal takes an agreed day on both sides; found out too late, nobody can log in.',
  fix: {
    console: 'Identity provider',
    field: 'SAML settings → signing certificate',
    change: 'Plan the renewal: publish the new certificate, import it at the service provider, then switch.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Certificate expiration status indicators',
      says: 'A certificate with 90 days or less to go is marked yellow.',
    },
  ],
  options: { warnDays: 90 },
  messages: { soon: 'The signing certificate of {subject} expires in {left}, on {notAfter}.' },
  applies: ({ 'idp-metadata': metadata }, { now }) =>
    signingCertificates(metadata, 'idp')
      .filter(isParsed)
      .some(({ x509 }) => Date.parse(x509.notAfter) >= now) || 'No signing certificate is still valid.',
  run: ({ 'idp-metadata': metadata }, { now, options }) => {
    // The certificate that lasts longest counts: during a rollover the old one may well be about to end.
    const last = signingCertificates(metadata, 'idp')
      .filter(isParsed)
      .reduce((a, b) => (Date.parse(b.x509.notAfter) > Date.parse(a.x509.notAfter) ? b : a));
    const left = Date.parse(last.x509.notAfter) - now;
    if (left > options.warnDays * dayMs) return [];
    const { subject, notAfter } = last.x509;
    return [
      {
        message: 'soon',
        data: { subject, notAfter, left: duration(left) },
        expected: `more than ${options.warnDays} days to go`,
        observed: `${duration(left)} to go`,
        ...(last.element ? { where: locate('idp-metadata', last.element, metadata.document) } : {}),
      },
    ];
  },
});
