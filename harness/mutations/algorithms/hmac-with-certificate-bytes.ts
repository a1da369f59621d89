import { defineMutation } from '../../model/mutation.ts';
import { publicSecrets } from '../../saml/forge-algorithms.ts';
import { refs } from '../kit/attack-refs.ts';
import { authenticateVictim } from './_sign.ts';

export default defineMutation({
  id: 'algorithms/hmac-with-certificate-bytes',
  title: 'An HMAC with the bytes of the certificate as its secret',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: authenticateVictim(({ idpCertificate }) => publicSecrets(idpCertificate).bytes),
  },
  breaks: ['algorithms/public-key', 'attributes/value', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.sharedSecret],
  attack: {
    against: 'sp',
    mechanism:
      'SignatureMethod is HMAC-SHA256, for verifiers that hold the certificate as it stands in metadata, decoded.',
    weakness: ['hmac-with-public-key'],
  },
});
