import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { quote } from '../metadata/_show.ts';
import { hasQuerySignature, isSigned, queryValue } from './_query.ts';

export default defineCheck({
  id: 'request/signature-algorithm',
  title: {
    holds: 'The AuthnRequest is signed by an algorithm that is still safe',
    fails: 'The AuthnRequest is signed by an algorithm that is no longer safe',
  },
  why: 'Identity providers have begun to refuse SHA-1; with it a forged request is within reach.',
  fix: {
    console: 'Service provider',
    field: 'SAML settings → signature algorithm',
    change: 'Choose RSA or ECDSA with SHA-256 or better.',
  },
  judges: 'sp',
  needs: ['request'],
  uses: ['request-delivery'],
  refs: [
    {
      document: 'nist-sp-800-131a',
      section: 'Revision 2, 9',
      says: 'SHA-1 is disallowed as the hash of a new digital signature.',
    },
    { document: 'rfc9231', section: '2.3.1', says: 'The use of RSA with MD5 is not recommended.' },
    {
      document: 'saml-bindings',
      section: '3.4.4.1',
      says: 'SigAlg names the algorithm; of old, verifiers support RSA and DSA with SHA-1.',
    },
  ],
  messages: { weak: 'The signature algorithm is {algorithm}; one with SHA-256 or stronger is needed.' },
  applies: ({ request, 'request-delivery': delivery }) =>
    isSigned(request, delivery) || 'The request is not signed.',
  run: ({ request, 'request-delivery': delivery }) => {
    const inMessage = request.signatures.map(({ signatureMethod, element }) => ({
      algorithm: signatureMethod,
      where: locate('request', element, request.document),
    }));
    const inQuery = hasQuerySignature(delivery)
      ? [
          {
            algorithm: queryValue(delivery?.url ?? '', 'SigAlg') ?? '',
            where: { artifact: 'request-delivery', path: '/url' } as const,
          },
        ]
      : [];
    return [...inMessage, ...inQuery]
      .filter(({ algorithm }) => /(?:sha1|md5)(?:-|$)/i.test(algorithm))
      .map(({ algorithm, where }) => ({
        message: 'weak',
        data: { algorithm: quote(algorithm) },
        expected: 'SHA-256 or better',
        observed: quote(algorithm),
        where,
      }));
  },
});
