import { defineMutation } from '../../model/mutation.ts';
import { publicSecrets } from '../../saml/forge-algorithms.ts';
import { refs } from '../kit/attack-refs.ts';
import { authenticateVictim } from './_sign.ts';

export default defineMutation({
  id: 'algorithms/hmac-with-public-key',
  title: 'An HMAC with the public key as its secret',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: authenticateVictim(({ idpCertificate }) => publicSecrets(idpCertificate).publicKeyPem),
  },
  breaks: ['algorithms/public-key', 'attributes/value', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.sharedSecret],
  attack: {
    against: 'sp',
    mechanism:
      'SignatureMethod is HMAC-SHA256, made with the PEM of the identity provider’s public key. A verifier that hands “the key” to whatever algorithm the message names takes it.',
    weakness: ['hmac-with-public-key'],
  },
});
