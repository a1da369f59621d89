import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/issuer-of-other-tenant',
  title: 'The ID token is of another tenant',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withClaims(record, { iss: 'https://evil.1kosmos.net/oauth2/community/default/v1' }),
  },
  breaks: ['oidc/id-token-issuer'],
  hostile: true,
  safe: 'refuses',
  refs: [core('3.1.3.7', 'Item 2: iss is exactly the issuer.')],
  needsArtifacts: ['oidc'],
});
