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
    mechanism:
      'SignatureMethod is HMAC-SHA1, which XML Signature asks of every verifier, made with the PEM of the identity provider’s certificate as the service provider holds it.',
    weakness: ['hmac-with-public-key'],
  },
});
