import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAgain } from '../kit/forge.ts';

export default defineMutation({
  id: 'algorithms/canonicalized-inclusively',
  title: 'SignedInfo is canonicalized inclusively',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAgain(xml, {
        parts: ({ id }) => ({ references: [{ uri: `#${id}` }], canonicalization: ALG.c14n }),
        fill: bySigner(context, 'idp'),
      }),
  },
  breaks: ['algorithms/canonicalization'],
  hostile: false,
  safe: 'genuine-user',
  refs: [refs.exclusiveOnly],
});
