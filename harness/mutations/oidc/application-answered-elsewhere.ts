import { practice } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withRequest } from './_change.ts';

export default defineMutation({
  id: 'oidc/application-answered-elsewhere',
  title: 'The application’s request asks for the answer at an attacker’s address',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withRequest(record, 'application', { redirect_uri: 'https://evil.example/callback' }),
  },
  breaks: ['oidc/application-callback'],
  hostile: true,
  safe: 'refuses',
  refs: [practice('4.1.3', 'Redirect URIs are compared exactly.')],
  needsArtifacts: ['oidc'],
});
