import { defineMutation } from '../../model/mutation.ts';
import { publicSecrets } from '../../saml/forge-algorithms.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { authenticateVictim } from './_sign.ts';

export default defineMutation({
  id: 'algorithms/hmac-with-certificate',
  title: 'An HMAC with the certificate as its secret',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: authenticateVictim(({ idpCertificate }) => publicSecrets(idpCertificate).certificatePem, {
      signatureMethod: ALG.hmacSha1,
    }),
  },
  breaks: ['algorithms/public-key', 'algorithms/signature', 'attributes/value', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.sharedSecret],
  attack: {
    against: 'sp',
    mechanism: 'As with the public key, for verifiers whose key is the PEM of the whole certificate.',
    weakness: ['hmac-with-public-key'],
  },
});
