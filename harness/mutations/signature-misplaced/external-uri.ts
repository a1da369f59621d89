import { defineMutation } from '../../model/mutation.ts';
import { digestText } from '../../saml/algorithms.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { canaryOf } from '../kit/attack-tools.ts';
import { bySigner, signAgain } from '../kit/forge.ts';
import { personate } from '../kit/person.ts';

export default defineMutation({
  id: 'signature-misplaced/external-uri',
  title: 'The signature refers to an address on the web',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAgain(xml, {
        change: (unsigned) => personate(unsigned, context),
        parts: () => ({
          references: [
            { uri: canaryOf(context), transforms: [], digestValues: [digestText(ALG.sha256, '')] },
          ],
        }),
        fill: bySigner(context, 'idp'),
      }),
  },
  breaks: ['attributes/value', 'signature/reference', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.referenceUri, refs.oneReference],
  attack: {
    against: 'sp',
    mechanism:
      'The Reference names an address outside of the message. A verifier that follows it fetches what an attacker names, from inside its own network, before any key is asked.',
    weakness: ['key-addresses-fetched'],
    watch: 'fetched',
  },
});
