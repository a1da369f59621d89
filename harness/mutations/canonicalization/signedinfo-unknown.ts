import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAgain } from '../kit/forge.ts';

export default defineMutation({
  id: 'canonicalization/signedinfo-unknown',
  title: 'SignedInfo is canonicalized by a method that does not exist',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAgain(xml, {
        parts: ({ id }) => ({
          references: [{ uri: `#${id}` }],
          canonicalization: 'urn:countersign:canonicalization',
        }),
        fill: bySigner(context, 'idp'),
      }),
  },
  breaks: ['algorithms/canonicalization'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.canonicalizationMethod, refs.exclusiveOnly],
  attack: {
    against: 'sp',
    mechanism:
      'CanonicalizationMethod is an address that no specification defines; the value is that of exclusive canonicalization. It works where an unknown method means the usual one.',
    weakness: ['any-canonicalization'],
  },
});
