import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAgain } from '../kit/forge.ts';
import { personate } from '../kit/person.ts';

export default defineMutation({
  id: 'algorithms/digest-none',
  title: 'The digest is by an algorithm that does not exist',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAgain(xml, {
        change: (unsigned) => personate(unsigned, context),
        parts: ({ id }) => ({
          references: [
            {
              uri: `#${id}`,
              digestMethod: 'http://www.w3.org/2001/04/xmldsig-more#none',
              digestValues: ['AAAA'],
            },
          ],
        }),
        fill: bySigner(context, 'idp'),
      }),
  },
  breaks: ['algorithms/digest', 'attributes/value', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.digestMethod, refs.namedByUri],
  attack: {
    against: 'sp',
    mechanism:
      'SignedInfo is truly signed, and its DigestMethod is an address that no specification defines. It works where an unknown digest is passed over.',
    weakness: ['unknown-digest-passes'],
  },
});
