import { defineMutation } from '../../model/mutation.ts';
import { mistake, refs, setClaim } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/claim-with-several-values',
  title: 'A claim of the rules has two values',
  ...mistake,
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setClaim(xml, 'department', 'Engineering', 'Research'),
  },
  breaks: ['identity-pool/rule-claim-single', 'identity-pool/login-token', 'attributes/single-valued'],
  refs: [refs.rules],
  needsArtifacts: ['identity-pool'],
});
