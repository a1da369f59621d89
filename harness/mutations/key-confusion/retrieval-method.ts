import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { canaryOf } from '../kit/attack-tools.ts';
import { escapeXml } from '../kit/edit.ts';
import { signVictimBy } from './_sign.ts';

export default defineMutation({
  id: 'key-confusion/retrieval-method',
  title: 'KeyInfo says where on the web the key is',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: signVictimBy(
      'stranger',
      (context) =>
        `<ds:RetrievalMethod URI="${escapeXml(canaryOf(context))}" Type="${NS.ds}rawX509Certificate"/>`,
    ),
  },
  breaks: ['attributes/value', 'signature/key-addresses', 'signature/value', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.keyInfo, refs.referenceUri],
  attack: {
    against: 'sp',
    mechanism:
      'RetrievalMethod leads to an address outside of the message, for a certificate. A verifier that follows it fetches what the attacker names, and then trusts what it gets.',
    weakness: ['key-addresses-fetched'],
    watch: 'fetched',
  },
});
