import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { forgeResponse } from '../kit/take-apart.ts';

export default defineMutation({
  id: 'signature-missing/none',
  title: 'A Response that somebody without any key wrote',
  stage: 'after-signing',
  change: { on: 'response', apply: forgeResponse },
  breaks: ['attributes/value', 'metadata/sp-assertions-signed', 'signature/presence', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.eachAssertionSigned, refs.postAssertionsSigned],
  cves: ['CVE-2026-28323'],
  attack: {
    against: 'sp',
    mechanism:
      'A Response about the victim is written from what everybody can know, with IDs of its own and without a signature. It works where a signature is checked only when there is one.',
    weakness: ['signature-not-required'],
  },
});
