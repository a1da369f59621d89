import { defineCheck } from '../../model/check.ts';
import { ALG, NS } from '../../saml/namespaces.ts';
import { childrenOf, descendants } from '../../saml/tree.ts';
import { at } from '../assertion/_assertions.ts';
import { hasSignature } from './_signatures.ts';

const broken: readonly string[] = [ALG.rsaSha1, ALG.rsaMd5, ALG.ecdsaSha1, ALG.dsaSha1, ALG.hmacSha1];

export default defineCheck({
  id: 'algorithms/signature',
  title: {
    holds: 'Signatures are made with a hash that resists collisions',
    fails: 'A signature is made with SHA-1 or MD5',
  },
  why: 'Collisions for these hashes can be bought; more and more service providers refuse them.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → signature algorithm',
    change: 'Choose RSA-SHA256 or stronger.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'nist-sp-800-131a',
      section: 'Revision 2, 9',
      says: 'SHA-1 is disallowed as the hash of a new digital signature.',
    },
    { document: 'rfc9231', section: '2.3.1', says: 'The use of RSA with MD5 is not recommended.' },
  ],
  messages: { weak: 'The SignatureMethod is {algorithm}; SHA-256 or stronger is needed.' },
  applies: hasSignature,
  run: ({ response }) =>
    response.signatures
      .filter(({ signatureMethod }) => broken.includes(signatureMethod))
      .map(({ element, signatureMethod }) => {
        const method = [...descendants(element)].find(
          (inner) => inner.namespace === NS.ds && inner.local === 'SignatureMethod',
        );
        return {
          message: 'weak',
          data: { algorithm: signatureMethod },
          expected: `${ALG.rsaSha256} or stronger`,
          observed: signatureMethod,
          where: at(response, method ?? childrenOf(element)[0] ?? element),
        };
      }),
});
