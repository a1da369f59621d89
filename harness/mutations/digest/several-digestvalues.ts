import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAgain } from '../kit/forge.ts';
import { personate } from '../kit/person.ts';
import { digestOf } from '../kit/redigest.ts';

export default defineMutation({
  id: 'digest/several-digestvalues',
  title: 'Two DigestValues, of which the first fits',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAgain(xml, {
        change: (unsigned) => personate(unsigned, context),
        parts: ({ id, path }) => {
          const signed = digestOf(xml, path);
          return { references: [{ uri: `#${id}`, digestValues: ['', signed] }] };
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
    mechanism:
      'The identity provider’s signature covers a Reference with two DigestValues: the first fits the victim, the second the genuine message. It works where one of several is compared.',
    weakness: ['several-digests'],
  },
});
