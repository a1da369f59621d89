import { defineMutation } from '../../model/mutation.ts';
import { publicSecrets } from '../../saml/forge-algorithms.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { authenticateVictim } from './_sign.ts';

const odd = {
  signatureMethod: ALG.hmacSha1,
  signatureMethodContent: '<ds:HMACOutputLength>1</ds:HMACOutputLength>',
};

export default defineMutation({
  id: 'algorithms/hmac-one-bit',
  title: 'An HMAC of a single bit',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: authenticateVictim(
      ({ idpCertificate }) => publicSecrets(idpCertificate).certificatePem,
      odd,
      (value) => Buffer.from([(value[0] ?? 0) & 0x80]),
    ),
  },
  breaks: [
    'algorithms/public-key',
    'algorithms/signature',
    'attributes/value',
    'signature/form',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'refuses',
  refs: [refs.hmacLength],
  cves: ['CVE-2009-0217'],
  attack: {
    against: 'sp',
    mechanism:
      'HMACOutputLength says that one bit is enough. The bit is that of an HMAC with the public certificate; with a secret that nobody knows it fits every other time.',
    weakness: ['hmac-truncated', 'hmac-with-public-key'],
  },
});
