import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { canaryOf } from '../kit/attack-tools.ts';
import { escapeXml } from '../kit/edit.ts';
import { signVictimBy } from './_sign.ts';

export default defineMutation({
  id: 'key-confusion/key-info-reference',
  title: 'KeyInfo refers to another KeyInfo on the web',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: signVictimBy(
      'stranger',
      (context) =>
        `<dsig11:KeyInfoReference xmlns:dsig11="http://www.w3.org/2009/xmldsig11#" URI="${escapeXml(canaryOf(context))}"/>`,
    ),
  },
  breaks: ['attributes/value', 'signature/key-addresses', 'signature/value', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.keyInfo, refs.referenceUri],
  attack: {
    against: 'sp',
    mechanism: 'KeyInfoReference of XML Signature 1.1 leads to an address outside of the message.',
    weakness: ['key-addresses-fetched'],
    watch: 'fetched',
  },
});
