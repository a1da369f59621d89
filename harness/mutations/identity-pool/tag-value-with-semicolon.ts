import { defineMutation } from '../../model/mutation.ts';
import { mistake, refs, setClaim } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/tag-value-with-semicolon',
  title: 'The claim of a tag has a value with a semicolon',
  ...mistake,
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setClaim(xml, 'costCenter', '4711;4712'),
  },
  breaks: [
    'identity-pool/tag-value',
    'identity-pool/login-token',
    'attributes/value',
    'identity-pool/tags-agreed',
  ],
  refs: [refs.tags],
  needsArtifacts: ['identity-pool'],
});
