import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'oidc/issuer-with-slash',
  title: 'The issuer was typed with a slash at its end',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => ({ ...record, issuer: `${record.issuer}/` }),
  },
  breaks: ['oidc/issuer-form', 'oidc/discovery-issuer', 'oidc/id-token-issuer', 'oidc/callback-issuer'],
  hostile: false,
  safe: 'unaffected',
  refs: [cognito('cognito-user-pools-oidc-idp', 'The issuer has no slash at its end.')],
  needsArtifacts: ['oidc'],
});
