import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/subject-too-long',
  title: 'sub has three hundred characters',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withClaims(record, { sub: 's'.repeat(300) }),
  },
  breaks: ['oidc/id-token-subject', 'oidc/user-name', 'oidc/userinfo-subject', 'oidc/mapping-value'],
  hostile: false,
  safe: 'unaffected',
  refs: [core('2', 'sub has 255 characters at most.')],
  needsArtifacts: ['oidc'],
});
