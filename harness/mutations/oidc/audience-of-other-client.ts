import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/audience-of-other-client',
  title: 'The ID token was made for another application',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withClaims(record, { aud: 'other-application' }),
  },
  breaks: ['oidc/id-token-audience'],
  hostile: true,
  safe: 'refuses',
  refs: [core('3.1.3.7', 'Item 3: aud contains the client.')],
  needsArtifacts: ['oidc'],
});
