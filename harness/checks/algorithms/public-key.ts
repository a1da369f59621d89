import { defineCheck } from '../../model/check.ts';
import { ALG } from '../../saml/namespaces.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { isPublicKeySignature } from './_names.ts';
import { hasSignature } from './_signatures.ts';

export default defineCheck({
  id: 'algorithms/public-key',
  title: {
    holds: 'Signatures are made with a private key',
    fails: 'A signature claims an algorithm that takes no private key',
  },
  why: 'With HMAC whoever can verify can sign; a verifier that takes the public certificate for the secret accepts forgeries by anybody.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → signature algorithm',
    change: 'Choose RSA-SHA256 or stronger; if it is chosen, look for whoever made this message.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '5.4.1',
      says: 'SAML processors should support RSA, for public-key signing and verifying.',
    },
    {
      document: 'saml-errata',
      section: 'E81',
      says: 'Any algorithm that is defined for XML Signature may be used.',
    },
    {
      document: 'xmldsig',
      section: 'Version 1.1, 6.3',
      says: 'Message authentication codes take a key that both sides hold.',
    },
    {
      assumption: 'A signature of SAML is one by a private key.',
      known:
        'The standard lets any algorithm of XML Signature be used, HMAC among them; metadata publishes public keys only.',
    },
  ],
  messages: {
    hmac: 'The SignatureMethod is {algorithm}, a code made with a shared secret; one by a private key is needed.',
    unknown:
      'The SignatureMethod is {algorithm}, which no specification defines; one by a private key is needed.',
  },
  applies: hasSignature,
  run: ({ response }) =>
    response.signatures
      .filter(({ signatureMethod }) => !isPublicKeySignature(signatureMethod))
      .map(({ element, signatureMethod }) => ({
        message: /#hmac-/i.test(signatureMethod) ? 'hmac' : 'unknown',
        data: { algorithm: quote(signatureMethod) },
        expected: `a public-key algorithm, such as ${ALG.rsaSha256}`,
        observed: quote(signatureMethod),
        where: at(response, element),
      })),
});
