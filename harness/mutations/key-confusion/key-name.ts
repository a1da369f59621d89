import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { canaryOf } from '../kit/attack-tools.ts';
import { escapeXml } from '../kit/edit.ts';
import { signVictimBy } from './_sign.ts';

export default defineMutation({
  id: 'key-confusion/key-name',
  title: 'KeyName is an address on the web',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: signVictimBy('stranger', (context) => `<ds:KeyName>${escapeXml(canaryOf(context))}</ds:KeyName>`),
  },
  breaks: ['attributes/value', 'signature/value', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.keyInfo, refs.referenceUri],
  attack: {
    against: 'sp',
    mechanism:
      'KeyName is an address. A verifier that looks keys up by name fetches it from inside its own network, before anything is verified.',
    weakness: ['key-addresses-fetched'],
    watch: 'fetched',
  },
});
