import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { signOddly } from './_sign.ts';

export default defineMutation({
  id: 'algorithms/dsa',
  title: 'The signature claims DSA, for which the key does not fit',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: signOddly({
      signatureMethod: ALG.dsaSha1,
      signatureValue: Buffer.alloc(40, 1).toString('base64'),
    }),
  },
  breaks: ['algorithms/signature', 'attributes/value', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.signatureMethod, refs.validateSignature],
  cves: ['CVE-2016-9814'],
  attack: {
    against: 'sp',
    mechanism:
      'SignatureMethod is DSA-SHA1 and the trusted key is none of DSA: the verifying library stops with an error, which some callers have taken for success.',
    weakness: ['verifier-error-passes'],
  },
});
