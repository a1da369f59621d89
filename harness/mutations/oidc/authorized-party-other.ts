import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/authorized-party-other',
  title: 'The ID token was given to another application first',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withClaims(record, { azp: 'other-application' }),
  },
  breaks: ['oidc/id-token-audience'],
  hostile: true,
  safe: 'refuses',
  refs: [core('3.1.3.7', 'Item 5: azp is the client.')],
  needsArtifacts: ['oidc'],
});
