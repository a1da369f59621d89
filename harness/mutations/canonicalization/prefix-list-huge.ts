import { defineMutation } from '../../model/mutation.ts';
import { digestText } from '../../saml/algorithms.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAgain } from '../kit/forge.ts';

const prefixes = Array.from({ length: 10_000 }, (_none, index) => `p${index.toString(36)}`);

export default defineMutation({
  id: 'canonicalization/prefix-list-huge',
  title: 'The list of inclusive prefixes has 10,000 entries',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAgain(xml, {
        parts: ({ id, text }) => ({
          references: [{ uri: `#${id}`, prefixes, digestValues: [digestText(ALG.sha256, text)] }],
        }),
        fill: bySigner(context, 'idp'),
      }),
  },
  breaks: ['signature/prefix-list'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.exclusiveOnly],
  attack: {
    against: 'sp',
    mechanism:
      'The signature is good, and its PrefixList names 10,000 prefixes that nothing declares: as many as fit into a form of 100 kB, which many servers take. Each is looked up for every element, before the key is asked.',
    weakness: ['unbounded-prefix-list'],
    watch: 'answer-time',
  },
});
