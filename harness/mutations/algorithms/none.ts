import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { signOddly } from './_sign.ts';

export default defineMutation({
  id: 'algorithms/none',
  title: 'The signature claims an algorithm that does not exist',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: signOddly({ signatureMethod: 'http://www.w3.org/2001/04/xmldsig-more#none' }),
  },
  breaks: ['algorithms/public-key', 'attributes/value', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.namedByUri, refs.signatureMethod],
  attack: {
    against: 'sp',
    mechanism:
      'SignatureMethod is an address that no specification defines, and the value is a stranger’s. It works where an unknown algorithm ends the verification without a failure.',
    weakness: ['unknown-algorithm-passes'],
  },
});
