import { X509Certificate } from 'node:crypto';
import { defineCheck } from '../../model/check.ts';
import { trustedCertificates } from '../../saml/read-metadata.ts';
import { at } from '../assertion/_assertions.ts';
import { keyTextOf } from '../metadata/_certificates.ts';
import { canVerify } from './_signatures.ts';

export default defineCheck({
  id: 'signature/key-info',
  title: {
    holds: 'The certificate sent with the signature is one of the metadata',
    fails: 'The certificate sent with the signature is none of the metadata',
  },
  why: 'Service providers that choose the key by KeyInfo find none, and refuse a signature that is good.',
  fix: {
    console: 'Identity provider',
    field: 'SAML settings → signing certificate',
    change: 'Send the certificate of the key that signs, or no KeyInfo at all.',
  },
  judges: 'idp',
  needs: ['response'],
  uses: ['setup', 'idp-metadata'],
  refs: [
    {
      document: 'xmldsig',
      section: 'Version 1.1, 4.5',
      says: 'KeyInfo enables the recipient to obtain the key that validates the signature.',
    },
    {
      document: 'saml-metadata',
      section: '2.4.1.1',
      says: 'KeyDescriptor tells by which keys an entity signs.',
    },
    {
      assumption: 'A certificate that is sent along is one of the metadata.',
      known: 'Core 5.4.5 lays nothing down on KeyInfo; some service providers choose the key by it.',
    },
  ],
  messages: { other: 'KeyInfo holds the certificate of {subject}, which the metadata does not have.' },
  applies: (evidence) => {
    const able = canVerify(evidence);
    if (able !== true) return able;
    const some = evidence.response.signatures.some(
      ({ keyInfoCertificates }) => keyInfoCertificates.length > 0,
    );
    return some || 'No signature brings a certificate along.';
  },
  run: ({ response, setup, 'idp-metadata': metadata }) => {
    const trusted =
      setup?.idp?.certificates ?? (metadata === undefined ? [] : trustedCertificates(metadata, 'idp'));
    const keys = new Set(trusted.map(keyTextOf));
    return (
      response.signatures
        .filter(({ keyInfoCertificates }) => keyInfoCertificates.length > 0)
        // A chain is fine as long as the signer's own certificate is in it.
        .filter(({ keyInfoCertificates }) => !keyInfoCertificates.some((der) => keys.has(keyTextOf(der))))
        // A stranger's signature is told by signature/key.
        .filter(({ fault }) => fault?.code !== 'no-trusted-key')
        .map(({ element, keyInfoCertificates: [first = ''] }) => {
          const subject = subjectOf(first);
          return {
            message: 'other',
            data: { subject },
            expected: 'a certificate of the metadata',
            observed: subject,
            where: at(response, element),
          };
        })
    );
  },
});

function subjectOf(der: string): string {
  try {
    return new X509Certificate(Buffer.from(der, 'base64')).subject.replaceAll('\n', ', ');
  } catch {
    return 'nobody: it is no X.509 certificate';
  }
}
