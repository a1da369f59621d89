import { defineCheck } from '../../model/check.ts';
import { trustedCertificates } from '../../saml/read-metadata.ts';
import { verifyRedirectSignature } from '../../saml/redirect-signature.ts';
import { locate } from '../../saml/tree.ts';
import { hasQuerySignature, isSigned } from './_query.ts';

export default defineCheck({
  id: 'request/signature',
  title: {
    holds: "The signature of the AuthnRequest verifies with a key of the service provider's metadata",
    fails:
      "The signature of the AuthnRequest does not verify with any key of the service provider's metadata",
  },
  why: 'An identity provider that verifies signatures refuses the request, and nobody can start at the service provider.',
  fix: {
    console: 'Identity provider',
    field: "SAML application → service provider's certificate",
    change: "Import the service provider's metadata again, so that its signing key is the one in force.",
  },
  judges: 'sp',
  needs: ['request', 'sp-metadata'],
  uses: ['request-delivery'],
  refs: [
    {
      document: 'saml-bindings',
      section: '3.4.4.1',
      says: 'The signature is over the text SAMLRequest=…&RelayState=…&SigAlg=… as encoded in the URL.',
    },
    {
      document: 'saml-metadata',
      section: '2.4.1.1',
      says: 'KeyDescriptor tells which keys an entity uses to sign.',
    },
  ],
  messages: {
    'no-key': 'The request is signed, and the metadata publishes no key to verify it with.',
    query: 'None of the {count} keys of the metadata verifies the signature in the query.',
    message: 'The signature in the request does not verify: {reason}',
  },
  applies: ({ request, 'request-delivery': delivery }) =>
    isSigned(request, delivery) || 'The request is not signed.',
  run: ({ request, 'sp-metadata': metadata, 'request-delivery': delivery }) => {
    const certificates = trustedCertificates(metadata, 'sp');
    const expected = 'a signature that a key of the metadata verifies';
    if (certificates.length === 0) {
      const where = metadata.element && locate('sp-metadata', metadata.element, metadata.document);
      return [{ message: 'no-key', expected, observed: 'no key', ...(where ? { where } : {}) }];
    }
    const inMessage = request.signatures
      .filter(({ verifiedWith }) => verifiedWith === undefined)
      .map(({ element, fault }) => ({
        message: 'message' as const,
        data: { reason: fault?.message ?? 'no key fits.' },
        expected,
        observed: fault?.message ?? 'no key fits',
        where: locate('request', element, request.document),
      }));
    if (delivery === undefined || !hasQuerySignature(delivery)) return inMessage;
    if (verifyRedirectSignature(delivery.url, certificates).verified) return inMessage;
    const where = { artifact: 'request-delivery', path: '/url' } as const;
    const data = { count: certificates.length };
    return [
      ...inMessage,
      { message: 'query', data, expected, observed: 'a signature that none verifies', where },
    ];
  },
});
