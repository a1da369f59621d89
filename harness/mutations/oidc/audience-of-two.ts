import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/audience-of-two',
  title: 'The ID token is meant for two applications',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withClaims(record, { aud: [record.provider.clientId, 'other-application'] }),
  },
  breaks: ['oidc/id-token-audience'],
  hostile: true,
  safe: 'refuses',
  refs: [core('3.1.3.7', 'Item 3: audiences that are not trusted are refused.')],
  needsArtifacts: ['oidc'],
});
