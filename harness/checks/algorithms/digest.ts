import { defineCheck } from '../../model/check.ts';
import { ALG, NS } from '../../saml/namespaces.ts';
import { attr, descendants } from '../../saml/tree.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { isDigest } from './_names.ts';
import { hasSignature } from './_signatures.ts';

const broken: readonly string[] = [ALG.sha1, ALG.md5];

export default defineCheck({
  id: 'algorithms/digest',
  title: {
    holds: 'Digests are made with a hash that resists collisions',
    fails: 'A digest is made with SHA-1, with MD5, or with nothing that is known',
  },
  why: 'Whoever finds two messages of the same digest can exchange one for the other under a genuine signature; where a verifier passes over an unknown digest, everybody can.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → digest algorithm',
    change: 'Choose SHA-256 or stronger.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'nist-sp-800-131a',
      section: 'Revision 2, 9',
      says: 'SHA-1 is disallowed as the hash of a new digital signature.',
    },
    { document: 'rfc9231', section: '2.1.1', says: 'The use of MD5 as a digest is not recommended.' },
  ],
  messages: {
    weak: 'The DigestMethod is {algorithm}; SHA-256 or stronger is needed.',
    unknown:
      'The DigestMethod is {algorithm}, which no specification defines; SHA-256 or stronger is needed.',
  },
  applies: hasSignature,
  run: ({ response }) =>
    response.signatures
      .flatMap(({ element }) => [...descendants(element)])
      .filter(({ namespace, local }) => namespace === NS.ds && local === 'DigestMethod')
      .flatMap((element) => {
        const algorithm = attr(element, 'Algorithm') ?? '';
        const known = isDigest(algorithm);
        if (known && !broken.includes(algorithm)) return [];
        const where = at(response, element, 'Algorithm');
        const expected = `${ALG.sha256} or stronger`;
        const observed = known ? algorithm : quote(algorithm);
        const message = known ? ('weak' as const) : ('unknown' as const);
        return [{ message, data: { algorithm: observed }, expected, observed, where }];
      }),
});
