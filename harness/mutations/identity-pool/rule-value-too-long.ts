import { defineMutation } from '../../model/mutation.ts';
import { addRule, mistake, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/rule-value-too-long',
  title: 'A rule has a value of 129 characters',
  ...mistake,
  change: addRule({ value: 'x'.repeat(129) }),
  breaks: ['identity-pool/rule-value-length'],
  refs: [refs.rules],
  needsArtifacts: ['identity-pool'],
});
