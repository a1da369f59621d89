import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAgain } from '../kit/forge.ts';
import { personate } from '../kit/person.ts';
import { digestOf } from '../kit/redigest.ts';

export default defineMutation({
  id: 'digest/several-digestvalues-last',
  title: 'Two DigestValues, of which the last fits',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAgain(xml, {
        change: (unsigned) => personate(unsigned, context),
        parts: ({ id, path }) => {
          const signed = digestOf(xml, path);
          return { references: [{ uri: `#${id}`, digestValues: [signed, ''] }] };
        },
        fill: bySigner(context, 'idp'),
      }),
  },
  breaks: ['attributes/value', 'response/schema', 'signature/form', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.digestValue, refs.signatureForm],
  attack: {
    against: 'sp',
    mechanism: 'As with the fitting one first, for verifiers that compare the last.',
    weakness: ['several-digests'],
  },
});
