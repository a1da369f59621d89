import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { authenticateVictim } from './_sign.ts';

const odd = {
  signatureMethod: ALG.hmacSha1,
  signatureMethodContent: '<ds:HMACOutputLength>0</ds:HMACOutputLength>',
};

export default defineMutation({
  id: 'algorithms/hmac-zero-bits',
  title: 'An HMAC of which no bit is compared',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: authenticateVictim(
      () => 'anything',
      odd,
      () => Buffer.from([0]),
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
    mechanism: 'HMACOutputLength says that no bit is needed: whatever the secret is, nothing is compared.',
    weakness: ['hmac-truncated'],
  },
});
