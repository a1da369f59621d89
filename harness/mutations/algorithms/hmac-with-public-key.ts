import { defineMutation } from '../../model/mutation.ts';
import { publicSecrets } from '../../saml/forge-algorithms.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { authenticateVictim } from './_sign.ts';

export default defineMutation({
  id: 'algorithms/hmac-with-public-key',
  title: 'An HMAC with the public key as its secret',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: authenticateVictim(({ idpCertificate }) => publicSecrets(idpCertificate).publicKeyPem, {
      signatureMethod: ALG.hmacSha1,
    }),
  },
  breaks: ['algorithms/public-key', 'algorithms/signature', 'attributes/value', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.sharedSecret],
  cves: ['CVE-2018-7644'],
  attack: {
    against: 'sp',
    mechanism:
      'SignatureMethod is HMAC-SHA1, which XML Signature asks of every verifier, made with the PEM of the identity provider’s public key. A verifier that hands “the key” to whatever algorithm the message names takes it.',
    weakness: ['hmac-with-public-key'],
  },
});
