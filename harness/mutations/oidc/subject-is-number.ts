import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/subject-is-number',
  title: 'sub is a number',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withClaims(record, { sub: 42 }),
  },
  breaks: ['oidc/id-token-subject', 'oidc/user-name', 'oidc/userinfo-subject', 'oidc/mapping-value'],
  hostile: false,
  safe: 'unaffected',
  refs: [core('2', 'sub is a text.')],
  needsArtifacts: ['oidc'],
});
