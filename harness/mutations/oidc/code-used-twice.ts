import { oauth } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withProbe } from './_change.ts';

export default defineMutation({
  id: 'oidc/code-used-twice',
  title: 'The pool redeems a code a second time',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withProbe(record, 'code-redeemed-again'),
  },
  breaks: ['oidc/code-once'],
  hostile: true,
  safe: 'refuses',
  refs: [oauth('4.1.2', 'A code is used once.')],
  needsArtifacts: ['oidc'],
});
